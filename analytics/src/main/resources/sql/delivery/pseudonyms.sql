-- The pseudonym of every patient identifier, in two keyed stages, once per identifier.
-- reads:  people
-- takes:  :sender_inner, :sender_outer, :region_inner, :region_outer (keys, as the blocks that HMAC needs)
-- gives:  patient, pseudonym
WITH identifier AS (
    SELECT DISTINCT patient
    FROM people
    WHERE patient IS NOT NULL
)
SELECT patient,
    unhex(left(hmac_digits(
        :region_inner, :region_outer, hmac(:sender_inner, :sender_outer, encode(identifier(patient)))), 32)) AS pseudonym
FROM identifier
