# Gamma regression with log link of costs (all above zero) and stays (some zero), with and without exposure.
source("contract.R")

set.seed(20260103)
rows <- 300
unit <- sample(rep(paste0("H", LETTERS[1:12]), c(6, 9, 10, 16, 20, 24, 26, 30, 34, 37, 42, 46)))
days <- round(exp(rnorm(rows, 1.5, 0.7)), 1) + 0.1
age <- round(rnorm(rows, 66, 13), 1)
sex <- ifelse(runif(rows) < 0.5, "F", "M")
ward <- sample(c("cardiology", "neurology", "oncology", "surgery"), rows, replace = TRUE)
step <- c(cardiology = 0, neurology = 0.35, oncology = 0.6, surgery = -0.25)
effect <- c(HL = 0.5, HK = -0.4, HJ = 0.3)[unit]
effect <- ifelse(is.na(effect), 0, effect)
cost <- round(900 * days^0.8 * exp(0.012 * (age - 66) + step[ward] + effect) * rgamma(rows, 2, 2), 2) + 0.01
stay <- floor(4.5 * exp(0.015 * (age - 66) + step[ward] + effect) * rgamma(rows, 1.2, 1.2))
age[sample(rows, 12)] <- NA
data <- data.frame(unit, cost, stay, days, age, sex, ward)
write_input(data, "glm-gamma-data.csv")

data$unknown <- as.numeric(is.na(data$age))
data$age[is.na(data$age)] <- mean(data$age, na.rm = TRUE)
wards <- paste0("ward=", c("neurology", "oncology", "surgery"))
ages <- c("age", "age=unknown")
fits <- list(
  cost = list(cost ~ age + unknown + sex + ward, c("(Intercept)", ages, "sex=M", wards), "n"),
  `cost-exposure` = list(cost ~ age + unknown + ward + offset(log(days)), c("(Intercept)", ages, wards), "days"),
  `cost-mean` = list(cost ~ 1, "(Intercept)", "n"),
  `cost-rate` = list(cost ~ offset(log(days)), "(Intercept)", "days"),
  stay = list(stay ~ age + unknown + sex + ward, c("(Intercept)", ages, "sex=M", wards), "n"),
  `stay-exposure` = list(stay ~ sex + offset(log(days)), c("(Intercept)", "sex=M"), "days"),
  `stay-spline` = list(stay ~ ns(age, df = 4) + unknown, c("(Intercept)", paste0("age~", 1:4), "age=unknown"), "n"))

# R's Gamma() refuses y = 0; quasi() solves the same equations without doing so. The deviance stands still before the
# coefficients do, so that scoring steps are repeated from where glm ended until they stand still as well.
fit_gamma <- function(formula, outcome) {
  family <- if (outcome == "cost") Gamma("log") else quasi("log", "mu^2")
  control <- glm.control(epsilon = 1e-14, maxit = 100)
  fit <- glm(formula, family, data, control = control)
  for (again in 1:60) fit <- suppressWarnings(glm(formula, family, data, start = coef(fit),
    control = glm.control(epsilon = 1e-300, maxit = 1)))
  fit
}

coefficients <- quantities <- units <- NULL
for (model in names(fits)) {
  outcome <- sub("-.*", "", model)
  fit <- fit_gamma(fits[[model]][[1]], outcome)
  table <- summary(fit)$coefficients
  dispersion <- sum(residuals(fit, "pearson")^2) / (rows - fit$rank)
  stopifnot(all.equal(dispersion, summary(fit)$dispersion, tolerance = 1e-12))
  mu <- fitted(fit)
  # Without case mix the contract expects the overall rate; glm would expect the mean of the rates.
  if (model == "cost-rate") {
    rate <- sum(data$cost) / sum(data$days)
    mu <- rate * data$days
    dispersion <- sum((data$cost / mu - 1)^2) / (rows - 1)
    table <- cbind(log(rate), sqrt(dispersion * sum(data$days^2)) / sum(data$days))
  }
  coefficients <- rbind(coefficients,
    data.frame(model, term = fits[[model]][[2]], estimate = unname(table[, 1]), se = unname(table[, 2])))
  quantities <- rbind(quantities, data.frame(model, quantity = c("rows", "parameters", "dispersion"),
    value = c(rows, fit$rank, dispersion)))
  y <- data[[outcome]]
  exposure <- if (fits[[model]][[3]] == "days") data$days else rep(1, rows)
  sums <- rowsum(cbind(n = 1, observed = y, exposure = exposure, expected = mu, variance = dispersion * mu^2,
    squares = y^2, products = y * mu, expected_squares = mu^2), data$unit)
  units <- rbind(units, data.frame(model, unit = rownames(sums), sums, row.names = NULL))
}
write_expected(coefficients, "glm-gamma-coefficients.csv")
write_expected(quantities, "glm-gamma-quantities.csv")
write_expected(units, "glm-gamma-units.csv")
