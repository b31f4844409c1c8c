-- How many of the first thousand values of each column are numbers with a decimal point.
-- reads:  extract
-- takes:  :columns
-- gives:  rows (at most a thousand), and a count per column
SELECT count(*) AS rows, count_if(isfinite(point_number(COLUMNS(:columns))))
FROM (SELECT * FROM extract LIMIT 1000)
