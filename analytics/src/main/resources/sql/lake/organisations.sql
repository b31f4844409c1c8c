-- The organisations whose rows a file of the lake holds.
-- reads:  landed
-- gives:  text
SELECT DISTINCT coalesce(organisation, '') AS text
FROM landed
ORDER BY text
