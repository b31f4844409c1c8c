-- How many rows a delivered table has, in how many a value breaks a rule, and how many of them do not land.
-- reads:  staged, kept_out
-- gives:  rows, suspects, quarantined
SELECT count(*) AS rows, count(t_row) AS suspects, (SELECT count(*) FROM kept_out) AS quarantined
FROM staged
