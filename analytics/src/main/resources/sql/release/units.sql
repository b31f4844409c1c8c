-- The organisations with episodes, numbered from 0 in the order of their codes.
-- reads:  episode
-- gives:  code, organisation
SELECT row_number() OVER (ORDER BY organisation) - 1 AS code, organisation
FROM (SELECT DISTINCT organisation FROM episode)
