SELECT count(*) FROM read_csv(:file, auto_detect = false, columns = {'a': 'VARCHAR'}, header = false)
