# SPDX-License-Identifier: Apache-2.0
# Control charts in plain R, from the published formulas: limits (Shewhart; Laney 2002), rules of the NHS and of Anhøj.
# Writes control-charts.csv.
set.seed(20260401)

series <- function(name, chart, school, value, denominator = 1, baseline = length(value))
  list(name = name, chart = chart, school = school, value = value,
       denominator = rep_len(denominator, length(value)), baseline = baseline)

walk <- function(n, keep) {
  noise <- rnorm(n)
  Reduce(function(last, new) keep * last + new, noise, accumulate = TRUE)
}

n <- round(runif(36, 40, 400))
exposure <- round(runif(30, 200, 2600), 1)
drift <- plogis(qlogis(0.15) + 0.25 * walk(36, 0.6))
cases <- list(
  series("p-nhs", "p", "nhs", rbinom(36, n, 0.15), n),
  series("p-drift", "p", "anhoej", rbinom(36, n, drift), n),
  series("p-laney", "p_laney", "nhs", rbinom(36, n, drift), n),
  series("p-laney-baseline", "p_laney", "anhoej", rbinom(36, n, drift), n, 18),
  series("p-rare", "p", "nhs", rbinom(36, n, 0.004), n),
  series("u-nhs", "u", "nhs", rpois(30, 0.01 * exposure), exposure),
  series("u-laney", "u_laney", "nhs", rpois(30, 0.01 * exposure * exp(0.4 * walk(30, 0.5))), exposure),
  series("c-nhs", "c", "nhs", rpois(24, 5)),
  series("c-anhoej", "c", "anhoej", rpois(24, 6) + c(rep(0, 12), rep(3, 12))),
  series("run", "run", "anhoej", round(rnorm(24, 10, 2) + c(rep(0, 12), rep(3, 12)))),
  series("run-short", "run", "anhoej", c(3, 5, 4, 4, 6, 2, 4)),
  series("run-crossings", "run", "anhoej", c(1, 2, 3, 1, 2, 9, 8, 9, 7, 8, 2, 1, 3, 2, 1, 9, 8, 7, 9, 8)),
  series("xmr-anhoej", "xmr", "anhoej", rnorm(25, 100, 8)),
  series("xmr-ratio", "xmr", "nhs", round(rgamma(28, 20, 1), 2), rep(c(4, 5), 14)))
for (i in 1:40) {
  keep <- c(0, 0.5, 0.8, 0.95)[i %% 4 + 1]
  cases[[length(cases) + 1]] <- series(sprintf("walk-%02d", i), "xmr", "nhs", round(10 + walk(40, keep), i %% 3))
}

moving.range <- function(x, screen) {
  range <- abs(x[-1] - x[-length(x)])
  if (screen) range <- range[range < 3.267 * mean(range)]
  mean(range)
}

limits <- function(case) {
  x <- case$value / case$denominator
  base <- seq_len(case$baseline)
  rate <- sum(case$value[base]) / sum(case$denominator[base])
  chance <- switch(sub("_laney", "", case$chart), p = sqrt(rate * (1 - rate) / case$denominator),
                   u = , c = sqrt(rate / case$denominator), NULL)
  if (case$chart == "run") return(data.frame(x, centre = median(x[base]), width = NA))
  if (case$chart == "xmr") {
    factor <- if (case$school == "nhs") 2.66 else 3 / 1.128
    return(data.frame(x, centre = mean(x[base]), width = factor * moving.range(x[base], TRUE)))
  }
  more <- if (grepl("laney", case$chart)) moving.range(((x - rate) / chance)[base], FALSE) / 1.128 else 1
  data.frame(x, centre = rate, width = 3 * chance * more)
}

# Points that lie in a stretch of at least `fewest` equal signs, as those signs.
stretches <- function(signs, fewest) {
  runs <- rle(signs)
  rep(ifelse(runs$lengths >= fewest, runs$values, 0), runs$lengths)
}

up.or.down <- function(x) {
  found <- numeric(length(x))
  for (start in seq_len(max(0, length(x) - 6))) {
    steps <- sign(diff(x[start + 0:6]))
    if (abs(sum(steps)) == 6) found[start + 0:6] <- steps[1]
  }
  found
}

pairs <- function(near, side) {
  found <- numeric(length(side))
  for (start in seq_len(max(0, length(side) - 2))) {
    three <- start + 0:2
    if (abs(sum(side[three])) == 3 && sum(near[three]) > 1) found[three] <- side[start] * near[three]
  }
  found
}

judge <- function(case, chart) {
  away <- chart$x - chart$centre
  side <- sign(round(away, 12))
  beyond <- ifelse(!is.na(chart$width) & abs(away) > chart$width, side, 0)
  label <- function(sign, above, below) ifelse(sign > 0, above, below)
  rule <- rep("none", length(side))
  if (case$school == "nhs") {
    seven <- stretches(side, 7)
    near <- !is.na(chart$width) & beyond == 0 & abs(away) > 2 / 3 * chart$width
    two <- pairs(near, side)
    trend <- up.or.down(chart$x)
    rule <- ifelse(seven != 0, label(seven, "run_above", "run_below"), rule)
    rule <- ifelse(two != 0, label(two, "two_of_three_above", "two_of_three_below"), rule)
    rule <- ifelse(trend != 0, label(trend, "trend_up", "trend_down"), rule)
  } else {
    useful <- side[side != 0]
    long <- stretches(useful, round(log2(length(useful))) + 4)
    crossings <- sum(diff(useful) != 0)
    few <- crossings < qbinom(0.05, length(useful) - 1, 0.5)
    rule[side != 0] <- ifelse(long != 0, label(long, "run_above", "run_below"), if (few) "few_crossings" else "none")
  }
  ifelse(beyond != 0, label(beyond, "above_limit", "below_limit"), rule)
}

answers <- do.call(rbind, lapply(cases, function(case) {
  chart <- limits(case)
  side <- sign(round(chart$x - chart$centre, 12))
  useful <- side[side != 0]
  data.frame(series = case$name, chart = case$chart, rules = case$school, baseline = case$baseline,
             time = seq_along(chart$x), amount = case$value, denominator = case$denominator,
             value = chart$x, centre = chart$centre, lower = chart$centre - chart$width, upper = chart$centre + chart$width,
             rule = judge(case, chart), useful = length(useful), longest = max(rle(useful)$lengths),
             longest_usual = round(log2(length(useful))) + 3, crossings = sum(diff(useful) != 0),
             fewest_usual = qbinom(0.05, length(useful) - 1, 0.5))
}))
options(digits = 17)
text <- function(x) if (is.double(x)) ifelse(is.na(x), "", format(x, digits = 17, trim = TRUE, scientific = FALSE)) else x
write.csv(as.data.frame(lapply(answers, function(column) if (is.double(column))
  vapply(column, text, "") else column)), "control-charts.csv", row.names = FALSE, quote = FALSE)
