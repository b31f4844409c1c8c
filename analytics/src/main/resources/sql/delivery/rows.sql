-- The wanted columns of a delivered file, as text, one row per record, in the order of the file.
-- reads:  the file
-- takes:  :file, :separator, :quote, :columns, :wanted, :compression, :skip, :null_text
-- gives:  c0, c1 … as wanted
SELECT COLUMNS(:wanted)
FROM read_csv(
    :file, auto_detect = false, header = true, delim = :separator, quote = :quote, escape = :quote, columns = :columns,
    compression = :compression, skip = :skip, nullstr = :null_text, store_rejects = true, rejects_limit = 1000
)
