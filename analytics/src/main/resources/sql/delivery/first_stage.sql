-- The first stage of the pseudonym of every patient identifier, as 64 hexadecimal digits, once per identifier.
-- reads:  staged
-- takes:  :sender_inner, :sender_outer (key, as the blocks that HMAC needs)
-- gives:  patient, first_stage
WITH identifier AS (
    SELECT DISTINCT patient, encode(identifier(patient)) AS message
    FROM staged
    WHERE patient IS NOT NULL
)
SELECT patient, hmac_digits(:sender_inner, :sender_outer, message) AS first_stage
FROM identifier
