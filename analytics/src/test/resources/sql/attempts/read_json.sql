SELECT count(*) FROM read_json(:file)
