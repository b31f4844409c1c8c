-- Quarantined rows, as text, with every pseudonym under the next version of the region's key.
-- reads:  the file
-- takes:  :file, :key_inner, :key_outer (key, as the blocks that HMAC needs)
-- gives:  the columns of the file
SELECT * REPLACE (substr(hex(hmac(:key_inner, :key_outer, unhex(patient))), 1, 32) AS patient)
FROM read_csv(:file, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
