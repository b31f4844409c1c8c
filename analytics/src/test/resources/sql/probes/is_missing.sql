SELECT CAST(is_missing(:value) AS INTEGER) AS answer
