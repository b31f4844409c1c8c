-- The extract with its numbers read; what is no number is null, and what spells NaN is NaN.
-- reads:  extract
-- takes:  :numbers, :texts
-- gives:  unit, y, w, e, without_outcome, and the columns of :numbers and :texts
SELECT unit, outcome_number(outcome) AS y, number(weight) AS w, number(expected) AS e,
    CASE WHEN isfinite(outcome_number(outcome)) THEN false ELSE is_missing(outcome) END AS without_outcome,
    COLUMNS(:texts), number(COLUMNS(:numbers))
FROM extract
