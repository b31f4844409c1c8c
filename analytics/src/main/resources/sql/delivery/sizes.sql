-- How many rows there are, and how many of them break a rule.
-- reads:  staged, broken
-- gives:  rows, quarantined
SELECT (SELECT count(*) FROM staged) AS rows, (SELECT count(DISTINCT record) FROM broken) AS quarantined
