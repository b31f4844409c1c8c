-- Rows of the lake with every pseudonym under the next version of the region's key.
-- reads:  landed, and the function keyed_digits
-- gives:  the columns of landed
SELECT * REPLACE (unhex(keyed_digits(hex(patient))) AS patient)
FROM landed
