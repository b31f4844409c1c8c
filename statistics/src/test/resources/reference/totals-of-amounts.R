# Shrunken durations and costs from totals: ln(O/E) ~ N(mu, V/E^2), mu ~ N(0, tau2), tau2 by maximum likelihood.
# Made-up totals with true differences (sd 0.2) and without.
set.seed(3)
made <- function(case, units, tau) {
  expected <- round(runif(units, 40, 4000), 3)
  variance <- round(expected * runif(units, 2, 60), 3)
  observed <- round(expected * exp(rnorm(units, 0, tau) + rnorm(units, 0, sqrt(variance) / expected)), 3)
  data.frame(case = case, unit = sprintf("U%02d", seq_len(units)), observed, expected, variance)
}
shrunken <- function(d) {
  y <- log(d$observed / d$expected)
  s2 <- d$variance / d$expected^2
  loglik <- function(t2) sum(dnorm(y, 0, sqrt(s2 + t2), log = TRUE))
  t2 <- optimize(loglik, c(0, 4), maximum = TRUE, tol = 1e-14)$maximum
  if (loglik(0) >= loglik(t2)) t2 <- 0
  w <- t2 / (t2 + s2)
  cbind(d, tau2 = t2, ratio = exp(w * y), low = exp(w * y - 1.96 * sqrt(w * s2)), high = exp(w * y + 1.96 * sqrt(w * s2)))
}
all <- rbind(shrunken(made("differ", 20, 0.2)), shrunken(made("alike", 12, 0)), shrunken(made("two", 2, 0.5)))
write.csv(format(all, digits = 17, trim = TRUE), "totals-of-amounts.csv", row.names = FALSE, quote = FALSE)
