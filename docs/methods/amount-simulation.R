# How often durations and costs signal without true differences, and how often the own interval holds the truth: 1,000
# regions of 48 hospitals, no case mix, cut at the 99 % quantile, in plain R. Prints percentages.
set.seed(1)
regions <- 1000
sizes <- rep(c(10, 20, 40, 80, 160, 320), each = 8)
hospital <- rep(seq_along(sizes), sizes)
patients <- length(hospital)
gamma_amounts <- function() rgamma(patients, 1.5, 1.5)
amounts <- list(
  gamma = gamma_amounts,
  zeros = function() gamma_amounts() * (runif(patients) > 0.1) / 0.9,
  lognormal = function() rlnorm(patients, -0.405, 0.9))

region <- function(y) {
  y <- pmin(y, quantile(y, 0.99))
  mu <- mean(y)
  ratio <- rowsum(y, hospital)[, 1] / (mu * sizes)
  s <- sqrt(var(y) / mu^2 / sizes)
  z <- log(ratio) / s
  ends <- quantile(z, c(0.1, 0.9))
  phi <- mean(pmin(pmax(z, ends[1]), ends[2])^2)
  w <- 1 / s^2
  tau2 <- max(0, (length(z) * phi - (length(z) - 1)) / (sum(w) - sum(w^2) / sum(w)))
  adjusted <- log(ratio) / sqrt(s^2 + tau2)
  half <- 1.96 * sqrt(rowsum((y - ratio[hospital] * mu)^2, hospital)[, 1]) / (ratio * mu * sizes)
  holds <- abs(log(ratio)) <= half
  c(chance = mean(abs(z) > 3.090232), default = mean(abs(adjusted) > 3.090232), low = mean(adjusted < -3.090232),
    at_10 = mean(abs(z[sizes == 10]) > 3.090232), beyond_95 = mean(abs(adjusted) > 1.959964),
    holds_10 = mean(holds[sizes == 10]), holds_40 = mean(holds[sizes == 40]), holds_160 = mean(holds[sizes >= 160]))
}

for (name in names(amounts)) {
  cat(name, "\n")
  print(round(100 * rowMeans(replicate(regions, region(amounts[[name]]()))), 2))
}
