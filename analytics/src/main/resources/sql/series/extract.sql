-- The records of a file of series with every column that a question may name, null where the file does not have it.
-- reads:  file_rows
-- gives:  record (from 0), moment, measure, denominator, series
WITH complete AS (
    SELECT CAST(0 AS BIGINT) AS record, '' AS denominator, '' AS series
    WHERE false
    UNION ALL BY NAME
    SELECT rowid AS record, * FROM file_rows
)
SELECT *
FROM complete
