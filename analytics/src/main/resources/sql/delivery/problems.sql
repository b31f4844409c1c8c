-- Values that break a rule, the first five of each place and rule, cut short and without what may be an identifier: citizen service numbers and
-- runs of nine digits or more, as a column of patients may stand under another name.
-- reads:  broken
-- gives:  place, rule, times, record, value
WITH first AS (
    SELECT place, rule, count(*) AS times, min(record, 5) AS records, arg_min(coalesce(value, ''), record, 5) AS written
    FROM broken
    GROUP BY place, rule
)
SELECT place, rule, times, record, left(regexp_replace(masked(value), '[0-9]{9,}', '*********', 'g'), 60) AS value
FROM (SELECT place, rule, times, unnest(records) AS record, unnest(written) AS value FROM first)
ORDER BY record, place, rule
