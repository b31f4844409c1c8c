# The contract of `adjust` in plain R, written from its description alone and used by the scripts beside it.
# Base R with splines; nothing here is taken from the Java code it verifies.
library(splines)

z95 <- 1.959964
z998 <- 3.090232

# Text of a number that reads back as the same number; missing stays empty.
exact_text <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))

write_expected <- function(frame, file) {
  numbers <- vapply(frame, is.double, TRUE)
  frame[numbers] <- lapply(frame[numbers], exact_text)
  write.csv(frame, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
}

write_input <- function(frame, file) write.csv(frame, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")

# ---- limits ---------------------------------------------------------------------------------------------------------

# Exact limit of a ratio of counts around 1; p below one half is a lower limit, above it an upper limit.
count_limit <- function(expected, p) qchisq(p, 2 * (expected + (p > 0.5))) / (2 * expected)

# Distribution function of the interpolated binomial at the integer r.
interpolated_binomial <- function(r, n, p)
  if (r < 0) 0 else if (r >= n) 1 else pbeta(1 - p, n - r, r + 1)

# Exact limit of a ratio of proportions around 1, with the steps that lead to it.
proportion_limit_steps <- function(expected, variance, p) {
  p_prime <- 1 - variance / expected
  n_prime <- expected / p_prime
  below <- -1
  above <- ceiling(n_prime)
  while (above - below > 1) {
    middle <- floor((below + above) / 2)
    if (interpolated_binomial(middle, n_prime, p_prime) >= p) above <- middle else below <- middle
  }
  at <- interpolated_binomial(above, n_prime, p_prime)
  before <- interpolated_binomial(above - 1, n_prime, p_prime)
  limit <- min(n_prime, max(0, above - (at - p) / (at - before)))
  data.frame(p_prime, n_prime, r = above, f_r = at, f_before = before, limit = limit / expected)
}

proportion_limit <- function(expected, variance, p)
  mapply(function(e, v) proportion_limit_steps(e, v, p)$limit, expected, variance)

own_poisson <- function(observed, expected) cbind(
  low = ifelse(observed == 0, 0, qchisq(0.025, 2 * observed) / 2) / expected,
  high = qchisq(0.975, 2 * (observed + 1)) / 2 / expected)

own_wilson <- function(observed, n, z = z95) {
  p <- observed / n
  half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  cbind(low = pmax(0, (p + z^2 / (2 * n) - half) / (1 + z^2 / n)),
        high = pmin(1, (p + z^2 / (2 * n) + half) / (1 + z^2 / n)))
}

own_clopper_pearson <- function(observed, n) cbind(
  low = ifelse(observed == 0, 0, qbeta(0.025, observed, n - observed + 1)),
  high = ifelse(observed == n, 1, qbeta(0.975, observed + 1, n - observed)))

# ---- overdispersion -------------------------------------------------------------------------------------------------

# Transformed value, target, standard deviation and z of each unit. The log is undefined where nothing was observed.
z_values <- function(transform, n, observed, expected, variance) {
  ratio <- observed / expected
  frame <- switch(transform,
    sqrt = data.frame(y = sqrt(ratio), y0 = 1, s = sqrt(variance) / (2 * expected)),
    log = data.frame(y = ifelse(observed > 0, log(ratio), NA), y0 = 0, s = sqrt(variance) / expected),
    arcsine = data.frame(y = asin(sqrt(observed / n)), y0 = asin(sqrt(expected / n)), s = 1 / (2 * sqrt(n))))
  frame$z <- (frame$y - frame$y0) / frame$s
  frame
}

# phi and tau2. Truncation leaves out the units whose rank / (N + 1) is below the share or at least one minus the share.
dispersion_factors <- function(z, s, treatment = "winsorise", share = 0.1) {
  known <- !is.na(z)
  z <- z[known]
  s <- s[known]
  cuts <- c(NA, NA)
  if (treatment == "winsorise") {
    cuts <- quantile(z, c(share, 1 - share), type = 7, names = FALSE)
    z <- pmin(pmax(z, cuts[1]), cuts[2])
  }
  if (treatment == "truncate") {
    groups <- round(1 / share)
    group <- floor(rank(z, ties.method = "average") * groups / (length(z) + 1))
    kept <- group > 0 & group < groups - 1
    z <- z[kept]
    s <- s[kept]
  }
  units <- length(z)
  phi <- sum(z^2) / units
  w <- 1 / s^2
  tau2 <- if (units * phi < units - 1) 0 else max(0, (units * phi - (units - 1)) / (sum(w) - sum(w^2) / sum(w)))
  list(units = units, phi = phi, tau2 = tau2, low = cuts[1], high = cuts[2])
}

# Limits on the ratio scale at k standard deviations around the target.
adjusted_limits <- function(transform, y0, s, k, phi, tau2, dispersion) {
  half <- k * switch(dispersion, additive = sqrt(s^2 + tau2), multiplicative = s * sqrt(max(1, phi)), none = s)
  switch(transform,
    sqrt = cbind(low = pmax(0, y0 - half)^2, high = (y0 + half)^2),
    log = cbind(low = exp(y0 - half), high = exp(y0 + half)),
    arcsine = cbind(low = sin(pmax(0, y0 - half))^2, high = sin(pmin(pi / 2, y0 + half))^2) / sin(y0)^2)
}

adjusted_z <- function(z, y, y0, s, phi, tau2, dispersion) switch(dispersion,
  additive = (y - y0) / sqrt(s^2 + tau2), multiplicative = z / sqrt(max(1, phi)), none = z)

# ---- models ----------------------------------------------------------------------------------------------------------

# glm leaves standard errors one step behind its coefficients; starting again from these brings them level.
fit_exactly <- function(formula, family, data) {
  control <- glm.control(epsilon = 1e-14, maxit = 100)
  first <- glm(formula, family, data, control = control)
  glm(formula, family, data, control = control, start = coef(first))
}

# ---- case mix -------------------------------------------------------------------------------------------------------

is_missing <- function(text) is.na(text) | trimws(text) %in% c("", "NA")

all_numbers <- function(text) !anyNA(suppressWarnings(as.numeric(text)))

factor_columns <- function(name, text) {
  text <- ifelse(is_missing(text), "unknown", trimws(text))
  levels <- setdiff(unique(text), "unknown")
  levels <- if (all_numbers(levels)) levels[order(as.numeric(levels))] else sort(levels, method = "radix")
  others <- c(levels[-1], if ("unknown" %in% text) "unknown")
  columns <- sapply(others, function(level) as.numeric(text == level))
  columns <- matrix(columns, nrow = length(text))
  colnames(columns) <- paste0(name, rep("=", length(others)), others)
  columns
}

numeric_columns <- function(name, text, form) {
  missing <- is_missing(text)
  x <- as.numeric(ifelse(missing, NA, text))
  x[missing] <- mean(x[!missing])
  columns <- switch(form,
    linear = matrix(x, dimnames = list(NULL, name)),
    quadratic = cbind(x, x^2),
    spline = matrix(ns(x, df = 4), ncol = 4))
  colnames(columns) <- switch(form, linear = name, quadratic = paste0(name, c("", "^2")), spline = paste0(name, "~", 1:4))
  if (any(missing)) columns <- cbind(columns, matrix(as.numeric(missing), dimnames = list(NULL, paste0(name, "=unknown"))))
  columns
}

# Model matrix of a case mix written as in the command: c("age:spline", "asa:factor", "sex").
design <- function(data, case_mix) {
  columns <- lapply(strsplit(case_mix, ":", fixed = TRUE), function(term) {
    text <- data[[term[1]]]
    form <- if (length(term) > 1) term[2] else if (all_numbers(text[!is_missing(text)])) "linear" else "factor"
    if (form == "factor") factor_columns(term[1], text) else numeric_columns(term[1], text, form)
  })
  do.call(cbind, c(list(matrix(1, nrow(data), 1, dimnames = list(NULL, "(Intercept)"))), columns))
}

# Share of (event, no event) pairs in which the event has the higher fitted value, ties one half. Fitted values that
# differ only by rounding are ties.
c_statistic <- function(fitted, events, trials) {
  fitted <- signif(fitted, 12)
  by_value <- aggregate(cbind(events, none = trials - events), list(fitted = fitted), sum)
  below <- cumsum(by_value$none) - by_value$none
  sum(by_value$events * (below + by_value$none / 2)) / (sum(by_value$events) * sum(by_value$none))
}

families <- list(proportion = binomial(), count = poisson(), duration = quasi("log", "mu^2"), cost = quasi("log", "mu^2"))

# Coefficients, fitted values and quality of a model; trials are 1 but for grouped proportions. A column that repeats
# earlier ones has no coefficient (NA), as in glm, which itself no longer sees such a column at so small an epsilon.
fit_model <- function(kind, x, y, trials, exposure, epsilon = 1e-14) {
  money <- kind %in% c("duration", "cost")
  decomposed <- qr(x, tol = 1e-9)
  kept <- sort(decomposed$pivot[seq_len(decomposed$rank)])
  columns <- x[, kept, drop = FALSE]
  response <- if (kind == "proportion") ifelse(trials > 0, y / trials, 0) else y
  fit <- suppressWarnings(glm.fit(columns, response, weights = if (kind == "proportion") trials else rep(1, length(y)),
    offset = log(exposure), family = families[[kind]], control = glm.control(epsilon = epsilon, maxit = 100)))
  stopifnot(fit$converged, fit$rank == length(kept))
  mu <- fit$fitted.values
  # The gamma deviance stands still before its coefficients do; scoring steps go on until they do.
  if (money) for (step in 1:200)
    mu <- as.vector(mu * exp(columns %*% solve(crossprod(columns), crossprod(columns, y / mu - 1))))
  estimates <- if (money) qr.solve(columns, log(mu / exposure)) else fit$coefficients
  variance <- switch(kind, proportion = trials * mu * (1 - mu), count = mu, mu^2)
  expected <- if (kind == "proportion") mu * trials else mu
  counted <- trials > 0 & variance > 0
  dispersion <- sum(((y - expected)^2 / variance)[counted]) / (sum(trials > 0) - length(kept))
  weights <- if (money) rep(1 / dispersion, length(y)) else variance
  errors <- sqrt(diag(chol2inv(qr.R(qr(columns * sqrt(weights), tol = 0)))))
  coefficients <- data.frame(term = colnames(x), estimate = NA_real_, se = NA_real_)
  coefficients$estimate[kept] <- estimates
  coefficients$se[kept] <- errors
  list(coefficients = coefficients, expected = expected, variance = variance, dispersion = dispersion,
    c_statistic = if (kind == "proportion") c_statistic(mu, y, trials) else NA)
}

# ---- the whole ------------------------------------------------------------------------------------------------------

outcome_number <- function(text) {
  text <- ifelse(tolower(trimws(text)) == "true", "1", ifelse(tolower(trimws(text)) == "false", "0", text))
  as.numeric(ifelse(is_missing(text), NA, text))
}

# The answer of `adjust` for a frame of text columns: units, model, overdispersion.
adjust <- function(data, unit, outcome, kind, case_mix = character(), trials = NULL, exposure = NULL, expected = NULL,
                   dispersion = NULL, transform = NULL, treatment = "winsorise", share = 0.1, cap = NULL, digits = NULL) {
  if (any(is_missing(data[[unit]]))) stop("missing unit")
  y <- outcome_number(data[[outcome]])
  rows_missing <- sum(is.na(y))
  data <- data[!is.na(y), , drop = FALSE]
  y <- y[!is.na(y)]
  money <- kind %in% c("duration", "cost")
  cap <- if (is.null(cap)) if (money) 0.99 else 1 else cap
  top <- quantile(y, cap, type = 7, names = FALSE)
  rows_capped <- if (cap < 1) sum(y > top) else 0
  if (cap < 1) y <- pmin(y, top)
  m <- if (is.null(trials)) rep(1, length(y)) else as.numeric(data[[trials]])
  time <- if (is.null(exposure)) rep(1, length(y)) else as.numeric(data[[exposure]])

  model <- NULL
  if (is.null(expected)) {
    model <- fit_model(kind, design(data, case_mix), y, m, time)
    row_expected <- model$expected
    row_variance <- model$variance * if (money) model$dispersion else 1
  } else {
    row_expected <- as.numeric(data[[expected]])
    row_variance <- row_expected
  }
  codes <- sort(unique(trimws(data[[unit]])), method = "radix")
  of <- factor(trimws(data[[unit]]), codes)
  total <- function(x) as.vector(rowsum(x, of, reorder = TRUE))
  size <- if (kind == "proportion") m else rep(1, length(y))
  units <- data.frame(unit = codes, n = total(size), observed = total(y), expected = total(row_expected))
  variance <- total(row_variance)
  overall <- sum(y) / sum(if (is.null(exposure)) size else time)
  if (!is.null(digits)) units$expected <- round(units$expected, digits)
  n <- units$n
  o <- units$observed
  e <- units$expected
  if (kind == "proportion" && !is.null(expected)) variance <- e * (1 - e / n)
  if (kind == "count") variance <- e
  units$ratio <- o / e
  own <- if (kind == "proportion") own_wilson(o, n) / (e / n) else if (kind == "count") own_poisson(o, e) else {
    r <- units$ratio[as.integer(of)]
    half <- 1.96 * sqrt(total((y - r * row_expected)^2)) / o
    cbind(units$ratio * exp(-half), units$ratio * exp(half))
  }
  units$ratio_low <- own[, 1]
  units$ratio_high <- own[, 2]
  units$adjusted_rate <- units$ratio * overall

  if (is.null(dispersion)) dispersion <- if (length(codes) >= 10) "additive" else "none"
  if (is.null(transform)) transform <-
    if (money) "log" else if (kind == "proportion" && !length(case_mix) && is.null(expected)) "arcsine" else "sqrt"
  values <- z_values(transform, n, o, e, variance)
  factors <- dispersion_factors(values$z, values$s, treatment, share)
  units$z <- values$z
  units$z_adjusted <- with(values, adjusted_z(z, y, y0, s, factors$phi, factors$tau2, dispersion))

  exact <- sapply(c(0.025, 0.975, 0.001, 0.999), function(p)
    if (kind == "proportion") proportion_limit(e, variance, p) else if (kind == "count") count_limit(e, p) else rep(NA, length(e)))
  exact <- matrix(exact, ncol = 4)
  limits <- cbind(adjusted_limits(transform, values$y0, values$s, z95, factors$phi, factors$tau2, dispersion),
                  adjusted_limits(transform, values$y0, values$s, z998, factors$phi, factors$tau2, dispersion))
  by_exact <- if (money) rep(FALSE, length(e)) else dispersion == "none" | is.na(values$z)
  limits[by_exact, ] <- exact[by_exact, ]
  ends <- c("95_low", "95_high", "998_low", "998_high")
  units[paste0("limit", ends)] <- as.data.frame(limits)
  units[paste0("exact", ends)] <- as.data.frame(exact)

  beyond <- function(low, high, k) ifelse(by_exact,
    ifelse(units$ratio > high, 1, ifelse(units$ratio < low, -1, 0)),
    ifelse(abs(units$z_adjusted) > k, sign(units$z_adjusted), 0))
  far <- beyond(exact[, 3], exact[, 4], z998)
  near <- beyond(exact[, 1], exact[, 2], z95)
  side <- function(x) ifelse(x > 0, "high", "low")
  few <- if (money) n < 10 else e < 5 | (kind == "proportion" & n - e < 5)
  units$signal <- ifelse(few, "too_few",
    ifelse(far != 0, paste0("signal_", side(far)), ifelse(near != 0, paste0("watch_", side(near)), "none")))
  list(units = units, variance = variance, model = model, factors = factors, dispersion = dispersion, transform = transform,
       overall = overall, rows_used = length(y), rows_missing = rows_missing, rows_capped = rows_capped)
}
