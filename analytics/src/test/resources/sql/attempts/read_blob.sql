SELECT CAST(content AS VARCHAR) FROM read_blob(:file)
