SELECT 'text', 7, NULL, 2.5, NULL
