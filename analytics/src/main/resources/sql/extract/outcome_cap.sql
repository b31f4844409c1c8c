-- The quantile of the outcome at which it is capped, type 7.
-- reads:  row_values
-- takes:  :share
-- gives:  cap
SELECT quantile_cont(y, :share) AS cap
FROM row_values
