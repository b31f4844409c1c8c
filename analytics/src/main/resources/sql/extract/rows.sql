-- The wanted columns of a delimited file, as text, one row per record, in the order of the file; and the number of the outcome.
-- reads:  the file
-- takes:  :file, :separator, :quote, :columns, :wanted, :compression, :skip, :null_text
-- gives:  unit, outcome, weight, expected, x1, x2 … as wanted; y
SELECT COLUMNS(:wanted), outcome_number(outcome) AS y
FROM read_csv(
    :file, auto_detect = false, header = true, delim = :separator, quote = :quote, escape = :quote, columns = :columns,
    compression = :compression, skip = :skip, nullstr = :null_text, store_rejects = true, rejects_limit = 1000
)
