# Rounding to decimals as R 4 does: the nearer of the two numbers with that many decimals, both taken as doubles, and the
# even one when they are equally near. Writes rounding.csv: value, decimals, rounded.
set.seed(7)
ties <- c(3.685, 44.055, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 2.5, 3.5, 0.5, 1.005, 2.675, 10.451 + 13.384 + 9.18 + 11.04,
          1e-3, 0, 123456.785, 1e15 / 7, 4503599627370497.5)
cases <- rbind(
  expand.grid(value = ties, decimals = c(0, 1, 2, 5, 15)),
  data.frame(value = round(runif(150, 0, 500), 3), decimals = 2),
  data.frame(value = runif(100, 0, 500), decimals = sample(0:15, 100, TRUE)))
# Ties in the third decimal are what expected values with three decimals bring.
cases <- rbind(cases, data.frame(value = seq(0.005, 5, by = 0.01), decimals = 2))
cases$rounded <- mapply(round, cases$value, cases$decimals)
cases[] <- lapply(cases, function(x) sprintf("%.17g", x))
write.csv(cases, "rounding.csv", row.names = FALSE, quote = FALSE, eol = "\n")
