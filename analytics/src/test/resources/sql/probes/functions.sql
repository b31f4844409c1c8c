SELECT function_name FROM duckdb_functions() WHERE NOT internal ORDER BY function_name
