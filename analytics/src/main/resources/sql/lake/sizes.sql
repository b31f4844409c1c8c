-- How many rows a file of the lake has, and how many of them no pseudonym of 16 bytes.
-- reads:  landed
-- gives:  rows, broken
SELECT count(*) AS rows, count(*) FILTER (patient IS NULL OR octet_length(patient) <> 16) AS broken
FROM landed
