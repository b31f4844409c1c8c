-- Distinct combinations of texts, numbered from 0 in their order.
-- reads:  extract
-- takes:  :columns
-- gives:  code, and the columns
SELECT row_number() OVER () - 1 AS code, *
FROM (SELECT DISTINCT COLUMNS(:columns) FROM extract ORDER BY ALL)
