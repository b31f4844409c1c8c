-- The quantile of the outcome at which it is capped, type 7.
-- reads:  extract
-- takes:  :share, :weighted (whether rows without exposure do not count)
-- gives:  cap
SELECT quantile_cont(y, :share) AS cap
FROM extract
WHERE isfinite(y) AND (NOT :weighted OR w > 0)
