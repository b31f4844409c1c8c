-- The records of a file with every column that a question may name, also those that the file does not have.
-- reads:  file_rows
-- gives:  record (from 0), unit, outcome, weight, expected, x1, x2 … as wanted; y, w, e, their numbers; no_text, no_point and
--         no_comma, for comparisons without such columns
WITH complete AS (
    SELECT CAST(0 AS BIGINT) AS record, '' AS weight, '' AS expected
    WHERE false
    UNION ALL BY NAME
    SELECT rowid AS record, * FROM file_rows
)
SELECT *, number(weight) AS w, number(expected) AS e, '' AS no_text, '' AS no_point, '' AS no_comma
FROM complete
