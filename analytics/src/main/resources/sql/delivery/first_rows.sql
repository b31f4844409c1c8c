-- The first rows of a landed table as texts, to look at; patients are left out.
-- reads:  landed
-- takes:  :most (rows)
-- gives:  record, column_name, value
WITH first_rows AS (
    SELECT row_number() OVER () AS record, * EXCLUDE (patient)
    FROM landed
    LIMIT :most
), texts AS (
    SELECT record, CAST(COLUMNS(* EXCLUDE record) AS VARCHAR)
    FROM first_rows
)
SELECT record, column_name, value
FROM texts UNPIVOT INCLUDE NULLS (value FOR column_name IN (COLUMNS(* EXCLUDE record)))
ORDER BY record
