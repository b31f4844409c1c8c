-- How many rows there are and lack an outcome, hold no trial or exposure, or may break a rule; how many units have no name;
-- and how many numbers are written with a comma.
-- reads:  extract, unit_texts
-- takes:  :kind (proportion, count, duration or cost), :weight (none, trials or exposure), :given (whether expected values are)
-- gives:  rows, without_outcome, without_weight, suspect, nameless_units, outcome, weight, expected
WITH judged AS (
    SELECT outcome, weight, expected, isfinite(y) AND :weight <> 'none' AND w = 0 AS weightless,
        CASE WHEN isfinite(y) THEN false ELSE is_missing(outcome) END AS without_outcome,
        isfinite(y) AND y >= 0 AND (y = floor(y) OR :kind IN ('duration', 'cost'))
            AND y <= CASE WHEN :kind = 'proportion' AND :weight = 'none' THEN 1 ELSE 1e10 END
            AND (:weight = 'none' OR (isfinite(w) AND w > 0 AND w <= 1e10))
            AND (:weight <> 'trials' OR (w = floor(w) AND y <= w))
            AND (NOT :given OR (isfinite(e) AND (e > 0 OR (e = 0 AND :kind IN ('proportion', 'count')))
                AND e <= CASE WHEN :kind <> 'proportion' THEN 1e10 WHEN :weight = 'trials' THEN w ELSE 1 END)) AS sound
    FROM extract
)
SELECT count(*) AS rows, count_if(without_outcome) AS without_outcome, count_if(weightless) AS without_weight,
    count(*) FILTER (sound IS NOT TRUE AND NOT without_outcome) AS suspect,
    (SELECT count(*) FROM unit_texts WHERE is_missing(unit)) AS nameless_units,
    count_if(contains(outcome, ',')) AS outcome, count_if(contains(weight, ',')) AS weight,
    count_if(contains(expected, ',')) AS expected
FROM judged
