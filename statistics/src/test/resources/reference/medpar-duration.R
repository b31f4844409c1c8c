# Length of stay of the medpar data as a duration: R's own glm(family = Gamma("log")), then the funnel on ln(O/E), written
# out step by step. The folder of medpar.csv is the argument: Rscript medpar-duration.R ../../../../../../shared/reference-data/funnel-medpar
# Only figures that this script computes are kept; the capped ones serve the tests of the command.
folder <- commandArgs(TRUE)[1]
d <- read.csv(file.path(folder, "medpar.csv"), colClasses = c(provnum = "character"))
text <- function(x) ifelse(is.na(x), "", if (is.numeric(x)) sprintf("%.17g", x) else x)
keep <- function(frame, file) {
  frame[] <- lapply(frame, text)
  write.csv(frame, file, row.names = FALSE, quote = FALSE, eol = "\n")
}

answer <- function(d, prefix) {
  model <- los ~ hmo + died + age80 + factor(type)
  fit <- glm(model, Gamma("log"), d, control = glm.control(epsilon = 1e-14, maxit = 100))
  for (again in 1:60) fit <- suppressWarnings(
    glm(model, Gamma("log"), d, start = coef(fit), control = glm.control(epsilon = 1e-300, maxit = 1)))
  phi <- summary(fit)$dispersion
  table <- summary(fit)$coefficients
  d$mu <- fitted(fit)
  h <- do.call(rbind, lapply(split(d, d$provnum), function(u) data.frame(
    unit = u$provnum[1], n = nrow(u), observed = sum(u$los), expected = sum(u$mu), squares = sum(u$mu^2),
    around = sum((u$los - sum(u$los) / sum(u$mu) * u$mu)^2))))
  h$around[h$n == 1] <- 0
  ratio <- h$observed / h$expected
  s <- sqrt(phi * h$squares) / h$expected
  z <- log(ratio) / s
  ends <- quantile(z, c(0.1, 0.9), type = 7)
  overdispersion <- mean(pmin(pmax(z, ends[1]), ends[2])^2)
  count <- nrow(h)
  w <- 1 / s^2
  tau2 <- max(0, (count * overdispersion - (count - 1)) / (sum(w) - sum(w^2) / sum(w)))
  wide <- sqrt(s^2 + tau2)
  near <- 1.959964
  far <- 3.090232
  za <- log(ratio) / wide
  signal <- ifelse(h$n < 10, "too_few", ifelse(za > far, "signal_high", ifelse(za < -far, "signal_low",
    ifelse(za > near, "watch_high", ifelse(za < -near, "watch_low", "none")))))
  half <- 1.96 * sqrt(h$around) / h$observed
  keep(data.frame(unit = h$unit, n = h$n, observed = h$observed, expected = h$expected, ratio,
    ratio_low = exp(log(ratio) - half), ratio_high = exp(log(ratio) + half), adjusted_rate = ratio * mean(d$los), z,
    z_adjusted = za, limit95_low = exp(-near * wide), limit95_high = exp(near * wide), limit998_low = exp(-far * wide),
    limit998_high = exp(far * wide), chance95_low = exp(-near * s), chance95_high = exp(near * s),
    chance998_low = exp(-far * s), chance998_high = exp(far * s), signal), paste0(prefix, "units.csv"))
  keep(data.frame(term = c("(Intercept)", "hmo", "died", "age80", "type=2", "type=3"), estimate = table[, 1],
    se = table[, 2]), paste0(prefix, "coefficients.csv"))
  keep(data.frame(quantity = c("dispersion", "phi", "tau2", "overall_rate", "expected", "observed", "cap", "rows_capped"),
    value = c(phi, overdispersion, tau2, mean(d$los), sum(h$expected), sum(h$observed), attr(d, "cap"), attr(d, "capped"))),
    paste0(prefix, "quantities.csv"))
}

attr(d, "cap") <- NA
attr(d, "capped") <- 0
answer(d, "medpar-duration-")
cap <- quantile(d$los, 0.99, type = 7, names = FALSE)
attr(d, "cap") <- cap
attr(d, "capped") <- sum(d$los > cap)
d$los <- pmin(d$los, cap)
answer(d, "../../../../../app/src/test/resources/reference/medpar-duration-capped-")
