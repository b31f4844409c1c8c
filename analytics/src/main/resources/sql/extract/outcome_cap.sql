-- The quantile of the outcome at which it is capped, type 7.
-- reads:  extract
-- takes:  :share
-- gives:  cap
SELECT quantile_cont(y, :share) AS cap
FROM extract
WHERE isfinite(y)
