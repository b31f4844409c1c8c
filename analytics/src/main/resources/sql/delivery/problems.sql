-- Values that break a rule, the first five of each variable and rule.
-- reads:  broken
-- gives:  variable, rule, times, record, value
SELECT variable, rule, count(*) OVER (PARTITION BY variable, rule) AS times, record, coalesce(value, '') AS value
FROM broken
QUALIFY row_number() OVER (PARTITION BY variable, rule ORDER BY record) <= 5
ORDER BY record, variable, rule
