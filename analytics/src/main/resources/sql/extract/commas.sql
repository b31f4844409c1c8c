-- How many values of each column hold a comma.
-- reads:  extract
-- takes:  :columns
-- gives:  a count per column
SELECT count_if(contains(COLUMNS(:columns), ','))
FROM extract
