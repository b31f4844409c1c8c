SELECT count(*) FROM read_csv('https://example.org/data.csv')
