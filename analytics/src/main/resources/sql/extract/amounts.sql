-- Rows with an outcome and an exposure, counted per case-mix pattern, unit and amount; patterns in the order of their values.
-- Sums of amounts depend on their order, so they are left to the reader.
-- reads:  extract, level_texts, unit_texts
-- takes:  :texts, :points, :commas, :cap, :weighted, :wanted
-- gives:  of level_code, a column per case-mix number, unit_code, amount, weight, expected, rows, capped and cut (what
--         those capped had above the cap) those that :wanted matches
WITH counted AS (
    SELECT unit, COLUMNS(:texts), point_number(COLUMNS(:points)), number(COLUMNS(:commas)), least(y, :cap) AS amount,
        y > :cap AS is_capped, y - :cap AS above, CASE WHEN :weighted THEN w ELSE 1 END AS weight, e AS expected
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
    SELECT level_code, COLUMNS(:points), COLUMNS(:commas), unit_code, amount, weight, expected, count(*) AS rows,
        count_if(is_capped) AS capped, coalesce(sum(above) FILTER (is_capped), 0) AS cut
    FROM counted
        NATURAL JOIN level
        NATURAL JOIN place
    GROUP BY ALL
)
SELECT COLUMNS(:wanted)
FROM cell
ORDER BY level_code, COLUMNS(:points), COLUMNS(:commas), unit_code, amount, weight, expected
