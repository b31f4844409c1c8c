-- Rows whose unit, outcome, trials, exposure or expected value breaks a rule, the first five of each rule.
-- reads:  extract, unit_texts
-- takes:  :kind (proportion, count, duration or cost), :weight (none, trials or exposure), :given (whether expected values are)
-- gives:  rule, role, times, record, value
WITH counted AS (
    SELECT record, unit, y, w, e
    FROM extract
    WHERE CASE WHEN isfinite(y) THEN true ELSE NOT is_missing(outcome) END
),
broken AS (
    SELECT record, 'unit.missing' AS rule, 'unit' AS role
    FROM counted
    WHERE unit IN (SELECT unit FROM unit_texts WHERE is_missing(unit))
    UNION ALL
    SELECT record,
        CASE
            WHEN y IS NULL THEN 'outcome.not-a-number'
            WHEN y < 0 THEN 'outcome.negative'
            WHEN :kind = 'proportion' AND :weight = 'none' AND y NOT IN (0, 1) THEN 'outcome.not-0-or-1'
            WHEN :kind IN ('proportion', 'count') AND y <> floor(y) THEN 'outcome.not-whole'
            WHEN y > 1e10 THEN 'outcome.too-large'
        END AS rule,
        'outcome' AS role
    FROM counted
    UNION ALL
    SELECT record,
        CASE
            WHEN w IS NULL OR isnan(w) THEN :weight || '.not-a-number'
            WHEN w < 0 THEN :weight || '.negative'
            WHEN :weight = 'exposure' AND w = 0 AND y > 0 THEN 'exposure.none'
            WHEN :weight = 'trials' AND w <> floor(w) THEN 'trials.not-whole'
            WHEN w > 1e10 THEN :weight || '.too-large'
            WHEN :weight = 'trials' AND y > w THEN 'trials.fewer-than-events'
        END AS rule,
        'weight' AS role
    FROM counted
    WHERE :weight <> 'none'
    UNION ALL
    SELECT record,
        CASE
            WHEN e IS NULL OR isnan(e) THEN 'expected.not-a-number'
            WHEN e < 0 THEN 'expected.negative'
            WHEN :kind IN ('duration', 'cost') AND e = 0 THEN 'expected.none'
            WHEN e > 1e10 THEN 'expected.too-large'
            WHEN :kind = 'proportion' AND e > CASE WHEN :weight = 'trials' THEN w ELSE 1 END THEN 'expected.above-patients'
        END AS rule,
        'expected' AS role
    FROM counted
    WHERE :given
),
listed AS (
    SELECT rule, role, record, count(*) OVER (PARTITION BY rule) AS times
    FROM broken
    WHERE rule IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY rule ORDER BY record) <= 5
)
SELECT rule, role, times, record,
    coalesce(CASE role WHEN 'unit' THEN unit WHEN 'outcome' THEN outcome WHEN 'weight' THEN weight ELSE expected END, '') AS value
FROM listed
    JOIN extract USING (record)
ORDER BY record, rule
