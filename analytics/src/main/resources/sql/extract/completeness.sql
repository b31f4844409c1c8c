-- How many rows there are and lack an outcome, hold no trial or exposure; how many values of each column are finite numbers.
-- reads:  row_values
-- takes:  :weighted, :numbers
-- gives:  rows, without_outcome, without_weight, and a count per column of :numbers
SELECT count(*) AS rows, count(*) FILTER (without_outcome) AS without_outcome,
    count(*) FILTER (:weighted AND w = 0 AND NOT without_outcome) AS without_weight, count_if(isfinite(COLUMNS(:numbers)))
FROM row_values
