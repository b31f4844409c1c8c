SELECT column_name FROM duckdb_columns() WHERE table_name = 'answer' ORDER BY column_index
