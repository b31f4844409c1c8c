# Exact funnel limits around 1 and the units' own intervals.
source("contract.R")

probabilities <- c(0.025, 0.975, 0.001, 0.999)

counts <- expand.grid(p = probabilities, expected = c(0.3, 1, 4.2, 15, 150.7, 12345.6))
write_expected(data.frame(expected = counts$expected, p = counts$p, limit = count_limit(counts$expected, counts$p)),
  "limits-counts.csv")

# Expected count and variance of it: alike and unlike patients, tiny and large, rare and common.
pairs <- rbind(
  c(0.04, 0.0399), c(0.3, 0.25), c(1, 0.999), c(4.2, 2.1), c(6.75, 5.0625), c(9.5, 0.95), c(18, 1.8), c(37.3, 30.1),
  c(150.7, 62.4), c(900, 90), c(12345.6, 4321.1), c(50, 50 * (1 - 1e-5)), c(0.7, 0.7 * (1 - 1e-5)), c(450000, 45000))
steps <- do.call(rbind, apply(pairs, 1, function(pair) do.call(rbind, lapply(probabilities, function(p)
  data.frame(expected = pair[1], variance = pair[2], p, proportion_limit_steps(pair[1], pair[2], p))))))
write_expected(steps, "limits-proportions.csv")

# Spiegelhalter's own formula at whole n by qbinom and pbinom, divided by theta: equal patients, so V = n theta (1 - theta).
whole <- expand.grid(p = probabilities, theta = c(1e-5, 0.02, 0.119614, 0.35, 0.65, 0.9), n = c(1, 7, 20, 143, 1000, 250000))
r <- qbinom(whole$p, whole$n, whole$theta)
at <- pbinom(r, whole$n, whole$theta)
a <- (at - whole$p) / (at - pbinom(r - 1, whole$n, whole$theta))
limit <- pmin(1, pmax(0, (r - a) / whole$n)) / whole$theta
write_expected(data.frame(n = whole$n, theta = whole$theta, expected = whole$n * whole$theta,
  variance = whole$n * whole$theta * (1 - whole$theta), p = whole$p, r = r, limit), "limits-binomial.csv")

observed <- c(0, 1, 5, 57, 4000)
expected <- c(3.7, 0.8, 5.5, 41.25, 4100.3)
write_expected(data.frame(observed, expected, own_poisson(observed, expected)), "intervals-counts.csv")

observed <- c(0, 1, 7, 20, 450)
n <- c(10, 5000000, 20, 20, 1000)
own <- list(wilson = own_wilson(observed, n), `wilson-exact-quantile` = own_wilson(observed, n, qnorm(0.975)),
  `clopper-pearson` = own_clopper_pearson(observed, n))
write_expected(do.call(rbind, lapply(names(own), function(method)
  data.frame(method, observed, n, own[[method]]))), "intervals-proportions.csv")
