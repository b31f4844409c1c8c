-- Rows of the lake with every pseudonym under the next version of the region's key.
-- reads:  landed
-- takes:  :key_inner, :key_outer (key, as the blocks that HMAC needs)
-- gives:  the columns of landed
SELECT * REPLACE (unhex(left(hmac_digits(:key_inner, :key_outer, patient), 32)) AS patient)
FROM landed
