-- Quarantined rows as text, with the header as a row.
-- reads:  the file
-- takes:  :file
-- gives:  the columns of the file
SELECT *
FROM read_csv(:file, header = false, all_varchar = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    hive_partitioning = false)
