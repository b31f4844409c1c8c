# Logistic regression of events out of trials, several rows per unit. Dispersion is over the rows as given.
source("contract.R")

set.seed(20260103)
data <- expand.grid(year = 2021:2024, unit = paste("Unit", LETTERS[1:12]), stringsAsFactors = FALSE)
rows <- nrow(data)
data$trials <- round(exp(rnorm(rows, 3.6, 0.7)))
data$severity <- round(rnorm(rows, 2.5, 0.6), 2)
data$type <- sample(c("academic", "general", "top clinical"), rows, replace = TRUE)
effect <- c(`Unit C` = -0.6, `Unit H` = 0.7)[data$unit]
risk <- plogis(-1.8 + 0.5 * (data$severity - 2.5) + 0.25 * (data$type == "academic") +
  ifelse(is.na(effect), 0, effect) + rnorm(rows, 0, 0.15))
data$events <- rbinom(rows, data$trials, risk)
data <- data[c("unit", "year", "events", "trials", "severity", "type")]
write_input(data, "glm-trials-data.csv")

types <- c("type=general", "type=top clinical")
fits <- list(
  adjusted = list(cbind(events, trials - events) ~ severity + type, c("(Intercept)", "severity", types)),
  crude = list(cbind(events, trials - events) ~ 1, "(Intercept)"),
  years = list(cbind(events, trials - events) ~ severity + I(severity^2) + factor(year),
    c("(Intercept)", "severity", "severity^2", "year=2022", "year=2023", "year=2024")))

coefficients <- quantities <- units <- NULL
for (model in names(fits)) {
  fit <- fit_exactly(fits[[model]][[1]], binomial, data)
  p <- fitted(fit)
  table <- summary(fit)$coefficients
  coefficients <- rbind(coefficients,
    data.frame(model, term = fits[[model]][[2]], estimate = unname(table[, 1]), se = unname(table[, 2])))
  # Every event is paired with every trial without one.
  pairs <- outer(signif(p, 12), signif(p, 12), function(a, b) (a > b) + (a == b) / 2)
  none <- data$trials - data$events
  quantities <- rbind(quantities, data.frame(model,
    quantity = c("rows", "parameters", "dispersion", "c_statistic", "deviance"),
    value = c(rows, fit$rank, sum(residuals(fit, "pearson")^2) / (rows - fit$rank),
              sum(pairs * outer(data$events, none)) / (sum(data$events) * sum(none)), deviance(fit))))
  sums <- rowsum(cbind(n = data$trials, observed = data$events, expected = data$trials * p,
                       variance = data$trials * p * (1 - p)), data$unit)
  units <- rbind(units, data.frame(model, unit = rownames(sums), sums, row.names = NULL))
}
write_expected(coefficients, "glm-trials-coefficients.csv")
write_expected(quantities, "glm-trials-quantities.csv")
write_expected(units, "glm-trials-units.csv")
