-- The wanted columns of a delimited file, as text, one row per record, in the order of the file; and the numbers of outcome,
-- weight and expected value.
-- reads:  the file
-- takes:  :file, :separator, :quote, :columns, :wanted, :compression, :skip, :null_text
-- gives:  unit, outcome, weight, expected, x1, x2 … as wanted; no_text, no_point and no_comma for comparisons without such
--         columns; y, w, e
WITH record AS (
    SELECT '' AS unit, '' AS outcome, '' AS weight, '' AS expected, '' AS no_text, '' AS no_point, '' AS no_comma
    WHERE false
    UNION ALL BY NAME
    SELECT '' AS no_text, '' AS no_point, '' AS no_comma, COLUMNS(:wanted)
    FROM read_csv(
        :file, auto_detect = false, header = true, delim = :separator, quote = :quote, escape = :quote, columns = :columns,
        compression = :compression, skip = :skip, nullstr = :null_text, store_rejects = true, rejects_limit = 1000
    )
)
SELECT *, outcome_number(outcome) AS y, number(weight) AS w, number(expected) AS e
FROM record
