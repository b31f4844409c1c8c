-- The organisations of rows that can land.
-- reads:  staged, kept_out
-- gives:  code, rows, record
SELECT organisation AS code, count(*) AS rows, min(record) AS record
FROM staged
WHERE record NOT IN (SELECT record FROM kept_out)
GROUP BY organisation
ORDER BY code
