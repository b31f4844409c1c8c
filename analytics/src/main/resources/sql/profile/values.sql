-- The distinct values of every column, without spaces around them; null stands for those that are missing.
-- reads:  extract
-- takes:  :columns
-- gives:  column_name, value, times, first_record
WITH written AS (
    SELECT column_name, value, count(*) AS times, min(record) AS first_record
    FROM (SELECT record, COLUMNS(:columns) FROM extract)
        UNPIVOT (value FOR column_name IN (COLUMNS(* EXCLUDE record)))
    GROUP BY column_name, value
)
SELECT column_name, given(value) AS value, CAST(sum(times) AS BIGINT) AS times, min(first_record) AS first_record
FROM written
GROUP BY column_name, given(value)
