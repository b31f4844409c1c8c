SELECT file FROM glob(:file)
