# Logistic regression on one row per patient: linear, quadratic, spline and factor terms, missing values as the contract says.
source("contract.R")

set.seed(20260101)
rows <- 400
sizes <- c(9, 14, 18, 22, 27, 31, 36, 40, 43, 48, 53, 59)
unit <- sample(rep(sprintf("%02d", 1:12), sizes))
age <- pmin(98, pmax(45, round(rnorm(rows, 76, 11))))
sex <- ifelse(runif(rows) < 0.62, "F", "M")
asa <- sample(1:4, rows, replace = TRUE, prob = c(0.08, 0.37, 0.45, 0.10))
frail <- as.integer(runif(rows) < plogis(-1.5 + 0.06 * (age - 76)))
bmi <- ifelse(runif(rows) < 0.08, NA, round(rnorm(rows, 25.5, 4.2), 1))
smoker <- sample(c("Never", "current", "former", NA), rows, replace = TRUE, prob = c(0.4, 0.2, 0.3, 0.1))
effect <- c(`11` = 1.3, `12` = -1.1, `08` = 0.7)[unit]
risk <- plogis(-1.4 + 0.05 * (age - 76) + 0.4 * (sex == "M") + 0.45 * (asa - 2) + 0.5 * frail + ifelse(is.na(effect), 0, effect))
data <- data.frame(unit, died = as.integer(runif(rows) < risk), age, sex, asa, frail, bmi, smoker)
write_input(data, "glm-logistic-data.csv")

# The mean is over the rows that have a value; the first smoker level in code-point order is the upper-case one.
data$bmi_unknown <- as.integer(is.na(data$bmi))
data$bmi_filled <- ifelse(is.na(data$bmi), mean(data$bmi, na.rm = TRUE), data$bmi)
data$smoker_level <- factor(ifelse(is.na(data$smoker), "unknown", data$smoker), c("Never", "current", "former", "unknown"))

fits <- list(
  factors = list(died ~ age + sex + factor(asa) + frail,
    c("(Intercept)", "age", "sex=M", "asa=2", "asa=3", "asa=4", "frail")),
  quadratic = list(died ~ age + I(age^2) + sex, c("(Intercept)", "age", "age^2", "sex=M")),
  spline = list(died ~ ns(age, df = 4) + sex, c("(Intercept)", "age~1", "age~2", "age~3", "age~4", "sex=M")),
  missing = list(died ~ bmi_filled + bmi_unknown + smoker_level,
    c("(Intercept)", "bmi", "bmi=unknown", "smoker=current", "smoker=former", "smoker=unknown")))

# Mann-Whitney form of the c-statistic; fitted values that differ only by rounding are ties.
rank_c <- function(p, y) {
  ranks <- rank(signif(p, 12))
  (sum(ranks[y == 1]) - sum(y) * (sum(y) + 1) / 2) / (sum(y) * sum(1 - y))
}

coefficients <- quantities <- units <- NULL
for (model in names(fits)) {
  fit <- fit_exactly(fits[[model]][[1]], binomial, data)
  p <- fitted(fit)
  table <- summary(fit)$coefficients
  coefficients <- rbind(coefficients,
    data.frame(model, term = fits[[model]][[2]], estimate = unname(table[, 1]), se = unname(table[, 2])))
  quantities <- rbind(quantities, data.frame(model,
    quantity = c("rows", "parameters", "dispersion", "c_statistic", "deviance", "log_likelihood"),
    value = c(rows, fit$rank, sum(residuals(fit, "pearson")^2) / (rows - fit$rank), rank_c(p, data$died),
              deviance(fit), as.numeric(logLik(fit)))))
  sums <- rowsum(cbind(n = 1, observed = data$died, expected = p, variance = p * (1 - p)), data$unit)
  units <- rbind(units, data.frame(model, unit = rownames(sums), sums, row.names = NULL))
}
write_expected(coefficients, "glm-logistic-coefficients.csv")
write_expected(quantities, "glm-logistic-quantities.csv")
write_expected(units, "glm-logistic-units.csv")
