COPY (SELECT 1 AS a) TO 'target/escaped.parquet' (FORMAT parquet)
