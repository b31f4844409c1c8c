-- The first stage of the pseudonym of every patient identifier, as 64 hexadecimal digits, once per identifier.
-- reads:  staged, and the function keyed_digits
-- gives:  patient, first_stage
WITH identifier AS (
    SELECT DISTINCT patient
    FROM staged
    WHERE patient IS NOT NULL
)
SELECT patient, keyed_digits(identifier(patient)) AS first_stage
FROM identifier
