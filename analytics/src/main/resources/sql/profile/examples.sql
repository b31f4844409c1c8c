-- The first five values of every column.
-- reads:  column_value
-- gives:  column_name, value
SELECT column_name, value
FROM column_value
WHERE value IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY column_name ORDER BY first_record) <= 5
ORDER BY column_name, first_record
