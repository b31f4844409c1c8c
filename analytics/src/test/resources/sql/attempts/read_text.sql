SELECT content FROM read_text(:file)
