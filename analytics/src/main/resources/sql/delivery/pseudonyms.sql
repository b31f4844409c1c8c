-- The pseudonym of every patient identifier, in two keyed stages, once per identifier.
-- reads:  people
-- takes:  :sender_inner, :sender_outer, :region_inner, :region_outer (keys, as the blocks that HMAC needs)
-- gives:  patient, pseudonym
WITH identifier AS (
    SELECT DISTINCT patient, encode(identifier(patient)) AS message
    FROM people
    WHERE patient IS NOT NULL
)
SELECT patient,
    unhex(substr(hex(hmac(:region_inner, :region_outer, hmac(:sender_inner, :sender_outer, message))), 1, 32)) AS pseudonym
FROM identifier
