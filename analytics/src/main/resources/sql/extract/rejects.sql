-- Records that could not be read, with the place of each.
-- reads:  reject_errors
-- gives:  byte_offset, record_line, error, column_name
SELECT line_byte_position AS byte_offset, line AS record_line, CAST(error_type AS VARCHAR) AS error, coalesce(column_name, '') AS column_name
FROM reject_errors
ORDER BY byte_offset, record_line
