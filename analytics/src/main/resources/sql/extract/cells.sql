-- Rows with an outcome and a weight, counted per case-mix pattern and unit; patterns in the order of their values.
-- reads:  extract, level_texts, unit_texts
-- takes:  :texts, :points, :commas, :cap, :weighted, :wanted
-- gives:  of level_code, a column per case-mix number, unit_code, rows, weight, observed, squares, expected and capped
--         those that :wanted matches
WITH counted AS (
    SELECT unit, COLUMNS(:texts), point_number(COLUMNS(:points)), number(COLUMNS(:commas)), least(y, :cap) AS y,
        y > :cap AS is_capped, CASE WHEN :weighted THEN w ELSE 1 END AS w, e
    FROM extract
    WHERE isfinite(y) AND (NOT :weighted OR w > 0)
),
level AS (
    SELECT * EXCLUDE code, code AS level_code FROM level_texts
),
place AS (
    SELECT * EXCLUDE code, code AS unit_code FROM unit_texts
),
cell AS (
    SELECT level_code, COLUMNS(:points), COLUMNS(:commas), unit_code, count(*) AS rows, sum(w) AS weight, sum(y) AS observed,
        sum(y * y / w) AS squares, fsum(e) AS expected, count_if(is_capped) AS capped
    FROM counted
        NATURAL JOIN level
        NATURAL JOIN place
    GROUP BY ALL
)
SELECT COLUMNS(:wanted)
FROM cell
ORDER BY level_code, COLUMNS(:points), COLUMNS(:commas), unit_code
