-- The columns of the table landed with their types, in their order, as the catalogue of the engine knows them.
-- reads:  nothing
-- gives:  name, type
SELECT column_name AS name, data_type AS type
FROM duckdb_columns()
WHERE table_name = 'landed'
ORDER BY column_index
