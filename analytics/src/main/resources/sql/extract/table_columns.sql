-- The columns of a table with their types, in their order.
-- reads:  duckdb_columns
-- takes:  :table
-- gives:  name, type
SELECT column_name AS name, data_type AS type
FROM duckdb_columns()
WHERE table_name = :table
ORDER BY column_index
