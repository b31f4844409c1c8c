-- The records of a file of series, in its order: texts, the numbers y and n that measure and denominator spell, and which of them are missing.
-- reads:  extract
-- gives:  record, series, moment, measure, denominator, y, n, no_series, no_moment, no_measure, no_denominator
SELECT record, coalesce(trim(series), '') AS series, trim(moment) AS moment, trim(measure) AS measure,
    coalesce(trim(denominator), '') AS denominator, number(measure) AS y, number(denominator) AS n,
    CAST(is_missing(coalesce(series, '')) AS BIGINT) AS no_series, CAST(is_missing(moment) AS BIGINT) AS no_moment,
    CAST(is_missing(measure) AS BIGINT) AS no_measure, CAST(is_missing(coalesce(denominator, '')) AS BIGINT) AS no_denominator
FROM extract
ORDER BY record
