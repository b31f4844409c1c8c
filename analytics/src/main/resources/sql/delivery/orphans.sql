-- Patients of a table of whom no episode is delivered.
-- reads:  people, episode_people
-- gives:  patient
SELECT patient
FROM people
WHERE patient IS NOT NULL AND patient NOT IN (SELECT patient FROM episode_people WHERE patient IS NOT NULL)
