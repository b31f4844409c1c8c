-- Rows with an outcome and a weight, counted per case-mix pattern and unit; patterns in the order of their values.
-- reads:  row_values, level_texts, unit_texts
-- takes:  :numbers, :cap, :weighted
-- gives:  level_code, a column per column of :numbers, unit_code, rows, weight, observed, squares, expected, capped
WITH counted AS (
    SELECT * EXCLUDE (y, w), least(y, :cap) AS y, y > :cap AS is_capped, CASE WHEN :weighted THEN w ELSE 1 END AS w
    FROM row_values
    WHERE NOT without_outcome AND (NOT :weighted OR w > 0)
),
level AS (
    SELECT * EXCLUDE code, code AS level_code FROM level_texts
),
place AS (
    SELECT * EXCLUDE code, code AS unit_code FROM unit_texts
)
SELECT level_code, COLUMNS(:numbers), unit_code, count(*) AS rows, sum(w) AS weight, sum(y) AS observed,
    sum(y * y / w) AS squares, sum(e) AS expected, count_if(is_capped) AS capped
FROM counted
    NATURAL JOIN level
    NATURAL JOIN place
GROUP BY ALL
ORDER BY level_code, COLUMNS(:numbers), unit_code
