-- The pseudonym of every patient identifier, in two keyed stages, once per identifier.
-- reads:  people, and the function keyed_digits
-- gives:  patient, pseudonym
WITH identifier AS (
    SELECT DISTINCT patient
    FROM people
    WHERE patient IS NOT NULL
)
SELECT patient, unhex(keyed_digits(identifier(patient))) AS pseudonym
FROM identifier
