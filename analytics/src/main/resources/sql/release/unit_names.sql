-- The organisations with episodes, by number.
-- reads:  unit
-- gives:  text
SELECT organisation AS text
FROM unit
ORDER BY code
