-- The records of a delivered file with their number, from 0.
-- reads:  file_rows
-- gives:  record, c0, c1 … as wanted
SELECT rowid AS record, *
FROM file_rows
