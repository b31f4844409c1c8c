SET temp_directory = 'target/escaped'
