-- How the values of columns are written.
-- reads:  extract
-- takes:  :columns
-- gives:  column_name, missing, numbers, comma_numbers, point_numbers, thousands, others, first_other, first_value
WITH distinct_value AS (
    SELECT column_name, value, count(*) AS times, min(record) AS first_record
    FROM (SELECT record, COLUMNS(:columns) FROM extract)
        UNPIVOT (value FOR column_name IN (COLUMNS(* EXCLUDE record)))
    GROUP BY column_name, value
),
judged AS (
    SELECT column_name, value, times, first_record, is_missing(value) AS missing, coalesce(isfinite(number(value)), false) AS is_number
    FROM distinct_value
)
SELECT column_name,
    CAST(coalesce(sum(times) FILTER (missing), 0) AS BIGINT) AS missing,
    CAST(coalesce(sum(times) FILTER (is_number AND NOT missing), 0) AS BIGINT) AS numbers,
    CAST(coalesce(sum(times) FILTER (is_number AND contains(value, ',')), 0) AS BIGINT) AS comma_numbers,
    CAST(coalesce(sum(times) FILTER (is_number AND contains(value, '.')), 0) AS BIGINT) AS point_numbers,
    CAST(coalesce(sum(times) FILTER (is_number AND regexp_full_match(trim(value), '[+-]?[1-9][0-9]{0,2},[0-9]{3}')), 0) AS BIGINT)
        AS thousands,
    CAST(coalesce(sum(times) FILTER (NOT is_number AND NOT missing), 0) AS BIGINT) AS others,
    coalesce(min(first_record) FILTER (NOT is_number AND NOT missing), -1) AS first_other,
    coalesce(arg_min(value, first_record) FILTER (NOT is_number AND NOT missing), '') AS first_value
FROM judged
GROUP BY column_name
ORDER BY column_name
