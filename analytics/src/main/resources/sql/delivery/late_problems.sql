-- Rules that whole rows break, the first five rows of each; other is the record that a row repeats.
-- reads:  late
-- gives:  rule, times, record, other, value
WITH first AS (
    SELECT rule, count(*) AS times, min(record, 5) AS records, arg_min(other, record, 5) AS others,
        arg_min(value, record, 5) AS written
    FROM late
    GROUP BY rule
)
SELECT rule, times, record, other, left(masked(value), 60) AS value
FROM (
    SELECT rule, times, unnest(records) AS record, unnest(others) AS other, unnest(written) AS value
    FROM first
)
ORDER BY record, rule
