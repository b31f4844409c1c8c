# Shrunken proportions and counts from totals at the edges: one unit, all units equal, units without variance.
# Proportions: n = E/p patients with one risk p = 1 - V/E; effects N(0, sd^2) on the logit, integrated by integrate().
# Counts: O ~ Poisson(theta E), theta ~ Gamma(a, a), by dnbinom(). Nothing is rescaled.
best <- function(f, interval) {
  at <- optimize(f, interval, maximum = TRUE, tol = 1e-12)$maximum
  if (f(interval[1]) >= f(at) - 1e-9) interval[1] else at
}
proportion <- function(case, observed, expected, variance) {
  p <- 1 - variance / expected
  n <- expected / p
  height <- function(v, i, sd) {
    eta <- qlogis(p[i]) + sd * v
    observed[i] * eta - n[i] * log1p(exp(eta)) - v^2 / 2
  }
  mode <- function(i, sd) optimize(function(v) height(v, i, sd), c(-12, 12), maximum = TRUE, tol = 1e-12)$maximum
  loglik <- function(sd) sum(sapply(seq_along(observed), function(i) {
    m <- mode(i, sd)
    top <- height(m, i, sd)
    top + log(integrate(function(v) exp(height(v, i, sd) - top), m - 12, m + 12, rel.tol = 1e-12, subdivisions = 2000)$value)
  }))
  sd <- best(loglik, c(0, 4))
  predicted <- sapply(seq_along(observed), function(i) n[i] * plogis(qlogis(p[i]) + sd * mode(i, sd)))
  data.frame(case, kind = "proportion", unit = LETTERS[seq_along(observed)], observed, expected, variance, sd,
             ratio = predicted / expected)
}
count <- function(case, observed, expected) {
  loglik <- function(variance) sum(dnbinom(observed, size = 1 / variance, mu = expected, log = TRUE))
  variance <- best(loglik, c(1e-8, 40))
  if (variance == 1e-8) variance <- 0
  ratio <- if (variance == 0) rep(1, length(observed)) else (observed + 1 / variance) / (expected + 1 / variance)
  data.frame(case, kind = "count", unit = LETTERS[seq_along(observed)], observed, expected, variance = expected,
             sd = sqrt(variance), ratio)
}
all <- rbind(
  proportion("one-as-expected", 12, 12, 10.8), proportion("one-far-away", 30, 10, 9),
  proportion("equal-as-expected", rep(10, 4), rep(10, 4), rep(9, 4)),
  proportion("equal-far-away", rep(30, 4), rep(10, 4), rep(9, 4)),
  proportion("few-and-many", c(2, 18), c(10, 10), c(5, 5)),
  count("one-as-expected", 12, 12), count("one-far-away", 30, 10),
  count("equal-as-expected", rep(10, 4), rep(10, 4)), count("equal-far-away", rep(30, 4), rep(10, 4)),
  count("none-and-many", c(0, 20), c(10, 10)))
write.csv(format(all, digits = 17, trim = TRUE), "totals-edges.csv", row.names = FALSE, quote = FALSE)
