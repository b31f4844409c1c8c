# Judgement by the others of proportions and costs, from its description in docs/methods/calibration.md: six units by chance
# only, and twelve units with differences between them integrated finely. No unit is an outlier.
source("contract.R")

relative <- function(x, m) ifelse(x > 0, x * log(x / m), 0)

binomial <- list(
  mean = function(u, s) u$n * plogis(qlogis(u$e / u$n) + s),
  information = function(u, s) { p <- plogis(qlogis(u$e / u$n) + s); u$n * p * (1 - p) },
  asymmetry = function(u, s) 1 - 2 * plogis(qlogis(u$e / u$n) + s),
  deviance = function(u, s) {
    m <- u$n * plogis(qlogis(u$e / u$n) + s)
    2 * (relative(u$o, m) + relative(u$n - u$o, u$n - m))
  },
  distance = function(u, s) {
    m <- u$n * plogis(qlogis(u$e / u$n) + s)
    log((u$o + 0.5) / (u$n - u$o + 0.5)) - log((m + 0.5) / (u$n - m + 0.5))
  },
  target = function(deviation) deviation)
gamma <- list(
  mean = function(u, s) u$e * exp(s),
  information = function(u, s) u$e,
  asymmetry = function(u, s) 2,
  deviance = function(u, s) { r <- u$o / (u$e * exp(s)); 2 * u$e * (r - 1 - log(r)) },
  distance = function(u, s) log(u$o / u$e) - s,
  target = function(deviation) log(1 + deviation))

unit <- function(o, e, v) list(o = o, e = e, v = v, n = e / (1 - v / e))
shift <- function(family, one, other = NULL) {
  surplus <- function(s) one$o - family$mean(one, s) + if (is.null(other)) 0 else other$o - family$mean(other, s)
  uniroot(surplus, c(-8, 8), tol = 1e-15)$root
}
by_chance <- function(family, own, others) {
  s <- shift(family, own, others)
  v1 <- 1 / family$information(own, s)
  v2 <- 1 / family$information(others, s)
  skewness <- (family$asymmetry(own, s) * v1^2 - family$asymmetry(others, s) * v2^2) / (v1 + v2)^1.5
  root <- sqrt(family$deviance(own, s) + family$deviance(others, s))
  list(score = sign(own$o - family$mean(own, s)) * root + skewness / 6, variance = v1 + v2)
}
one <- function(d, i) unit(d$o[i], d$e[i], d$v[i])
others <- function(d, h) unit(sum(d$o[-h]), sum(d$e[-h]), sum(d$v[-h]))
normal_deviation <- function(family, u)
  sign(u$o - u$e) * sqrt(family$deviance(u, 0)) / sqrt(u$v) + family$asymmetry(u, 0) / (6 * u$v)

predicted_z <- function(family, d, h) {
  y <- vapply(seq_along(d$o), function(i) normal_deviation(family, one(d, i)), 0)[-h]
  deviation <- ((d$o - d$e) / d$v)[-h]
  v <- 1 / d$v[-h]
  scale <- 1.5 * median(1 / sqrt(d$v))
  posterior <- function(tau) {
    w <- 1 / (v + tau^2)
    m <- sum(w * y) / sum(w)
    prod(sqrt(w)) / sqrt(sum(w)) * exp(-sum(w * (y - m)^2) / 2) / (1 + (tau / scale)^2)
  }
  own <- one(d, h)
  chance <- by_chance(family, own, others(d, h))
  together <- shift(family, others(d, h))
  z_at <- function(tau) {
    w <- 1 / (v + tau^2)
    target <- family$target(sum(w * deviation) / sum(w))
    between <- tau^2 + max(0, 1 / sum(w) - 1 / sum(d$v[-h]))
    share <- chance$variance / (chance$variance + between)
    by_score <- chance$score * sqrt(chance$variance) + together - target
    (share * by_score + (1 - share) * family$distance(own, target)) / sqrt(chance$variance + between)
  }
  tau <- (seq_len(40000) - 0.5) / 40000 * 20 * scale
  weight <- vapply(tau, posterior, 0)
  z <- vapply(tau, z_at, 0)
  -qnorm(sum(weight * pnorm(-z)) / sum(weight))
}

judged <- function(kind, set, observed, expected, variance) {
  family <- if (kind == "proportion") binomial else gamma
  scale <- if (kind == "cost") variance / expected else 1
  d <- list(o = observed / scale, e = expected / scale, v = variance / scale^2)
  z <- vapply(seq_along(observed), function(h)
    if (set == "six") by_chance(family, one(d, h), others(d, h))$score else predicted_z(family, d, h), 0)
  data.frame(kind, set, unit = sprintf("%02d", seq_along(observed)), observed, expected, variance, z)
}

n <- c(60, 75, 80, 150, 45, 200, 160, 70, 120, 50, 90, 220)
events <- c(20, 31, 8, 75, 14, 62, 40, 29, 51, 12, 33, 90)
expected <- c(24.5, 25.25, 10, 66, 12.75, 70.5, 48, 25, 50, 15, 30, 95)
chances <- expected * (1 - expected / n)
costs <- c(210, 300, 95, 720, 130, 650, 430, 270, 510, 140, 310, 930)
means <- c(240, 260, 100, 660, 125, 700, 480, 250, 500, 160, 300, 950)
spread <- c(900, 1100, 400, 2900, 500, 2500, 2100, 1000, 2300, 700, 1300, 4000)
first <- 1:6
write_expected(rbind(
  judged("proportion", "six", events[first], expected[first], chances[first]),
  judged("proportion", "twelve", events, expected, chances),
  judged("cost", "six", costs[first], means[first], spread[first]),
  judged("cost", "twelve", costs, means, spread)), "calibrated-kinds.csv")
