-- How many episodes there are.
-- reads:  episode
-- gives:  episodes
SELECT count(*) AS episodes
FROM episode
