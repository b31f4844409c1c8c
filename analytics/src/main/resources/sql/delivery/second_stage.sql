-- The pseudonym of every patient of whom the sender made the first stage, once per patient.
-- reads:  people, and the function keyed_digits
-- gives:  patient, pseudonym
WITH first_stage AS (
    SELECT DISTINCT patient
    FROM people
    WHERE is_first_stage(patient)
)
SELECT patient, unhex(keyed_digits(trim(patient))) AS pseudonym
FROM first_stage
