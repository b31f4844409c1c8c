SELECT columns FROM sniff_csv(:file)
