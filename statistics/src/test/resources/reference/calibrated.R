# Judgement by the others, from its description in docs/methods/calibration.md alone: six units by chance only, and twelve
# units with differences between them integrated finely; intervals of few events and few amounts. No unit is an outlier.
source("contract.R")

relative <- function(x, m) ifelse(x > 0, x * log(x / m), 0)

# Two Poisson totals: signed root of the likelihood ratio of one common rate, plus a sixth of the skewness.
by_chance <- function(o, e, others_o, others_e) {
  rate <- (o + others_o) / (e + others_e)
  deviance <- 2 * (relative(o, rate * e) + relative(others_o, rate * others_e))
  v1 <- 1 / (rate * e)
  v2 <- 1 / (rate * others_e)
  list(score = sign(o - rate * e) * sqrt(deviance) + (v1^2 - v2^2) / (v1 + v2)^1.5 / 6, variance = v1 + v2)
}

normal_deviation <- function(o, e) {
  root <- sqrt(2 * (relative(o, e) - (o - e)))
  sign(o - e) * root / sqrt(e) + 1 / (6 * e)
}

predicted_z <- function(o, e, h) {
  y <- normal_deviation(o, e)[-h]
  deviation <- (o / e - 1)[-h]
  v <- 1 / e[-h]
  scale <- 1.5 * median(1 / sqrt(e))
  posterior <- function(tau) {
    w <- 1 / (v + tau^2)
    m <- sum(w * y) / sum(w)
    prod(sqrt(w)) / sqrt(sum(w)) * exp(-sum(w * (y - m)^2) / 2) / (1 + (tau / scale)^2)
  }
  chance <- by_chance(o[h], e[h], sum(o[-h]), sum(e[-h]))
  z_at <- function(tau) {
    w <- 1 / (v + tau^2)
    target <- log(1 + sum(w * deviation) / sum(w))
    between <- tau^2 + max(0, 1 / sum(w) - 1 / sum(e[-h]))
    share <- chance$variance / (chance$variance + between)
    by_score <- chance$score * sqrt(chance$variance) + log(sum(o[-h]) / sum(e[-h])) - target
    by_log <- log((o[h] + 0.5) / (e[h] * exp(target) + 0.5))
    (share * by_score + (1 - share) * by_log) / sqrt(chance$variance + between)
  }
  tau <- (seq_len(40000) - 0.5) / 40000 * 20 * scale
  weight <- vapply(tau, posterior, 0)
  z <- vapply(tau, z_at, 0)
  -qnorm(sum(weight * pnorm(-z)) / sum(weight))
}

six <- data.frame(set = "six", unit = sprintf("%02d", 1:6), observed = c(20, 31, 8, 55, 14, 72),
  expected = c(24.5, 25.25, 10, 60, 9.75, 70.5))
six$z <- vapply(1:6, function(h) by_chance(six$observed[h], six$expected[h], sum(six$observed[-h]),
  sum(six$expected[-h]))$score, 0)
twelve <- data.frame(set = "twelve", unit = sprintf("%02d", 1:12),
  observed = c(20, 31, 8, 75, 14, 62, 40, 29, 51, 12, 33, 90),
  expected = c(24.5, 25.25, 10, 60, 9.75, 70.5, 48, 25, 50, 17, 30, 95))
twelve$z <- vapply(1:12, function(h) predicted_z(twelve$observed, twelve$expected, h), 0)
write_expected(rbind(six, twelve), "calibrated-units.csv")

mid_p <- function(o) {
  upper <- uniroot(function(m) ppois(o, m) - dpois(o, m) / 2 - 0.025, c(o, o + 10 + 5 * sqrt(o)), tol = 1e-13)$root
  lower <- if (o == 0) 0 else uniroot(function(m) 1 - ppois(o, m) + dpois(o, m) / 2 - 0.025, c(1e-9, o), tol = 1e-13)$root
  c(lower, upper)
}
events <- c(0, 1, 5, 57, 400)
amounts <- c(3.5, 0, 12, 7.25, 5, 8, 1.5)
means <- c(5, 4, 6, 5.5, 5, 4.5, 3)
r <- sum(amounts) / sum(means)
error <- sqrt(sum((amounts - r * means)^2) * 7 / 6) / sum(means)
gamma <- 2 * error / r
cube <- function(q) { inside <- 1 + gamma * (q - gamma / 6); 3 / gamma * (sign(inside) * abs(inside)^(1 / 3) - 1) }
q <- qt(0.975, 6)
write_expected(rbind(
  data.frame(what = "mid-p", observed = events, t(vapply(events, mid_p, c(low = 0, high = 0)))),
  data.frame(what = "few-amounts", observed = sum(amounts), low = r - error * cube(q), high = r - error * cube(-q))),
  "intervals-calibrated.csv")
