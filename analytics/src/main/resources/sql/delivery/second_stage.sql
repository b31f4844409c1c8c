-- The pseudonym of every patient of whom the sender made the first stage, once per patient.
-- reads:  people
-- takes:  :region_inner, :region_outer (key, as the blocks that HMAC needs)
-- gives:  patient, pseudonym
WITH first_stage AS (
    SELECT DISTINCT patient, unhex(trim(patient)) AS message
    FROM people
    WHERE is_first_stage(patient)
)
SELECT patient, unhex(left(hmac_digits(:region_inner, :region_outer, message), 32)) AS pseudonym
FROM first_stage
