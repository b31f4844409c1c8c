-- The pseudonym of every patient of whom the sender made the first stage, once per patient.
-- reads:  people
-- takes:  :region_inner, :region_outer (key, as the blocks that HMAC needs)
-- gives:  patient, pseudonym
WITH identifier AS (
    SELECT DISTINCT patient, unhex(patient) AS message
    FROM people
    WHERE regexp_full_match(patient, '[0-9A-F]{64}')
)
SELECT patient, unhex(substr(hex(hmac(:region_inner, :region_outer, message)), 1, 32)) AS pseudonym
FROM identifier
