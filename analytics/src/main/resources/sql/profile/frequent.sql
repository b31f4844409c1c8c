-- The most frequent values of columns that hold few different ones.
-- reads:  column_value
-- takes:  :few (most different values of such a column), :most (values to give)
-- gives:  column_name, value, times
SELECT column_name, value, times
FROM column_value
WHERE value IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY column_name) <= :few
    AND row_number() OVER (PARTITION BY column_name ORDER BY times DESC, value) <= :most
ORDER BY column_name, times DESC, value
