-- Rows of a delivered table that do not land: a value of theirs breaks a rule, or the row does beside other rows.
-- reads:  staged, late
-- gives:  record
SELECT record FROM staged WHERE t_row IS NOT NULL
UNION
SELECT record FROM late WHERE stays
