-- The kept units.
-- reads:  unit_texts
-- gives:  texts
SELECT unit AS texts
FROM unit_texts
ORDER BY code
