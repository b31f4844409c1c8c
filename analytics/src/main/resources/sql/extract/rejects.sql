-- Records that could not be read, with the place of each.
-- reads:  reject_errors
-- gives:  byte_offset, error
SELECT DISTINCT line_byte_position AS byte_offset, CAST(error_type AS VARCHAR) AS error
FROM reject_errors
ORDER BY byte_offset, error
