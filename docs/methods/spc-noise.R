# SPDX-License-Identifier: Apache-2.0
# How often the rules of control charts speak on independent normal noise, 10,000 charts per length. Prints the figures of spc.md.
set.seed(1)

stretch <- function(signs, fewest) {
  runs <- rle(signs)
  any(runs$lengths >= fewest & runs$values != 0)
}

speaks <- function(n) {
  x <- rnorm(n)
  range <- abs(diff(x))
  range <- range[range < 3.267 * mean(range)]
  away <- x - mean(x)
  beyond <- abs(away) > 2.66 * mean(range)
  near <- !beyond & abs(away) > 2.66 / 1.5 * mean(range)
  side <- sign(away)
  three <- seq_len(n - 2)
  pair <- near[three] + near[three + 1] + near[three + 2] > 1 & abs(side[three] + side[three + 1] + side[three + 2]) == 3
  median.side <- sign(x - median(x))
  median.side <- median.side[median.side != 0]
  useful <- length(median.side)
  c(limit = any(beyond), trend = stretch(sign(diff(x)), 6), pair = any(pair), seven = stretch(side, 7),
    nhs = any(beyond) || stretch(sign(diff(x)), 6) || any(pair) || stretch(side, 7),
    anhoej.run = stretch(median.side, round(log2(useful)) + 4) ||
      sum(diff(median.side) != 0) < qbinom(0.05, useful - 1, 0.5))
}

for (n in c(12, 24, 36)) {
  cat(n, "points:", sprintf("%s %.1f %%", c("limit", "trend", "pair", "seven", "nhs", "anhoej"),
                            100 * rowMeans(replicate(10000, speaks(n)))), "\n")
}
