-- Every pseudonym under the next version of the region's key: a keyed hash of the pseudonym under the version before.
-- reads:  pseudonym
-- takes:  :key_inner, :key_outer (key, as the blocks that HMAC needs)
-- gives:  patient, pseudonym
SELECT patient, unhex(left(hmac_digits(:key_inner, :key_outer, pseudonym), 32)) AS pseudonym
FROM pseudonym
