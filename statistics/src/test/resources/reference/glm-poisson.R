# Poisson regression of counts, with and without exposure, one model with a factor of six levels.
source("contract.R")

set.seed(20260102)
rows <- 240
unit <- sample(rep(paste0("H", LETTERS[1:12]), c(8, 10, 12, 14, 16, 18, 20, 22, 26, 28, 32, 34)))
days <- round(exp(rnorm(rows, 3, 0.8)), 1)
age <- round(rnorm(rows, 68, 12), 1)
sex <- ifelse(runif(rows) < 0.5, "F", "M")
ward <- sample(c("cardiology", "geriatrics", "neurology", "oncology", "orthopaedics", "surgery"), rows, replace = TRUE)
step <- c(cardiology = 0, geriatrics = 0.5, neurology = 0.2, oncology = 0.3, orthopaedics = -0.3, surgery = 0.1)
effect <- c(HK = 0.55, HL = -0.45, HF = 0.3)[unit]
falls <- rpois(rows, days / 12 * exp(0.02 * (age - 68) + step[ward] + ifelse(is.na(effect), 0, effect)) * rgamma(rows, 6, 6))
data <- data.frame(unit, falls, days, age, sex, ward)
write_input(data, "glm-poisson-data.csv")

wards <- paste0("ward=", c("geriatrics", "neurology", "oncology", "orthopaedics", "surgery"))
fits <- list(
  exposure = list(falls ~ age + sex + ward + offset(log(days)), c("(Intercept)", "age", "sex=M", wards)),
  `exposure-only` = list(falls ~ offset(log(days)), "(Intercept)"),
  counts = list(falls ~ age + sex, c("(Intercept)", "age", "sex=M")),
  ward = list(falls ~ ward, c("(Intercept)", wards)),
  spline = list(falls ~ ns(age, df = 4) + offset(log(days)), c("(Intercept)", paste0("age~", 1:4))))

coefficients <- quantities <- units <- NULL
for (model in names(fits)) {
  fit <- fit_exactly(fits[[model]][[1]], poisson, data)
  table <- summary(fit)$coefficients
  coefficients <- rbind(coefficients,
    data.frame(model, term = fits[[model]][[2]], estimate = unname(table[, 1]), se = unname(table[, 2])))
  quantities <- rbind(quantities, data.frame(model,
    quantity = c("rows", "parameters", "dispersion", "deviance", "log_likelihood"),
    value = c(rows, fit$rank, sum(residuals(fit, "pearson")^2) / (rows - fit$rank), deviance(fit), as.numeric(logLik(fit)))))
  sums <- rowsum(cbind(n = 1, observed = data$falls, exposure = data$days, expected = fitted(fit), variance = fitted(fit)), data$unit)
  units <- rbind(units, data.frame(model, unit = rownames(sums), sums, row.names = NULL))
}
write_expected(coefficients, "glm-poisson-coefficients.csv")
write_expected(quantities, "glm-poisson-quantities.csv")
write_expected(units, "glm-poisson-units.csv")
