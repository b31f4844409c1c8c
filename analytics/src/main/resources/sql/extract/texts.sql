-- Distinct combinations of texts in rows with an outcome, numbered from 0 in their order.
-- reads:  row_values
-- takes:  :columns
-- gives:  code, and the columns
SELECT row_number() OVER () - 1 AS code, *
FROM (SELECT DISTINCT COLUMNS(:columns) FROM row_values WHERE NOT without_outcome ORDER BY ALL)
