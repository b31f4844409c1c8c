-- Values that break a rule, the first five of each place and rule, cut short and without citizen service numbers.
-- reads:  broken
-- gives:  place, rule, times, record, value
WITH first AS (
    SELECT place, rule, count(*) AS times, min(record, 5) AS records, arg_min(coalesce(value, ''), record, 5) AS written
    FROM broken
    GROUP BY place, rule
)
SELECT place, rule, times, record, left(masked(value), 60) AS value
FROM (SELECT place, rule, times, unnest(records) AS record, unnest(written) AS value FROM first)
ORDER BY record, place, rule
