# Quality of the logistic models of glm-logistic.R: Brier score, calibration intercept and slope, calibration by tenths.
# Also the fit with Firth's penalty, by a general optimiser on the penalised likelihood that Heinze & Schemper (2002) give,
# and the log-linear model of amounts with Duan's smearing. Reads the data that the glm scripts wrote.
source("contract.R")

# ---- quality --------------------------------------------------------------------------------------------------------

data <- read.csv("glm-logistic-data.csv", colClasses = c(unit = "character"))
fits <- list(factors = died ~ age + sex + factor(asa) + frail, quadratic = died ~ age + I(age^2) + sex)
quality <- groups <- NULL
for (model in names(fits)) {
  # Fitted on three quarters of the rows, judged on all: the slope is not one then.
  training <- seq_len(nrow(data)) %% 4 != 0
  fit <- fit_exactly(fits[[model]], binomial, data[training, ])
  p <- predict(fit, data, type = "response")
  y <- data$died
  line <- coef(glm(y ~ qlogis(p), family = binomial, control = glm.control(epsilon = 1e-14)))
  rate <- mean(y)
  quality <- rbind(quality, data.frame(model,
    quantity = c("brier", "scaled_brier", "intercept", "slope"),
    value = c(mean((y - p)^2), 1 - mean((y - p)^2) / (rate * (1 - rate)), line[[1]], line[[2]])))
  cuts <- quantile(signif(p, 12), seq(0.1, 0.9, 0.1), type = 7)
  tenth <- findInterval(signif(p, 12), cuts, left.open = TRUE) + 1
  sums <- rowsum(cbind(n = 1, y, p), tenth)
  groups <- rbind(groups, data.frame(model, tenth = rownames(sums), n = sums[, 1],
    observed = sums[, 2] / sums[, 1], expected = sums[, 3] / sums[, 1], row.names = NULL))
  write_expected(data.frame(p = unname(p), died = as.double(y)), paste0("model-quality-", model, "-fitted.csv"))
}
write_expected(quality, "model-quality.csv")
write_expected(groups, "model-quality-groups.csv")

# ---- Firth's penalty ------------------------------------------------------------------------------------------------

# Every patient of ward Z has the event, so that its coefficient has no finite maximum-likelihood estimate.
set.seed(20260504)
rows <- 120
age <- round(rnorm(rows, 70, 9))
ward <- sample(c("X", "Y", "Z"), rows, replace = TRUE, prob = c(0.5, 0.42, 0.08))
died <- ifelse(ward == "Z", 1, as.integer(runif(rows) < plogis(-1.2 + 0.07 * (age - 70))))
separated <- data.frame(unit = sprintf("%02d", 1 + seq_len(rows) %% 6), died, age, ward)
write_input(separated, "firth-data.csv")

x <- model.matrix(~ age + ward, separated)
centred <- x
centred[, 2] <- (x[, 2] - mean(x[, 2])) / sd(x[, 2])
penalised <- function(b) {
  p <- plogis(drop(centred %*% b))
  information <- crossprod(centred * sqrt(p * (1 - p)))
  -(sum(dbinom(died, 1, p, log = TRUE)) + determinant(information)$modulus / 2)
}
b <- rep(0, 4)
for (round in 1:20) b <- optim(b, penalised, method = "BFGS", control = list(reltol = 1e-16, maxit = 1000))$par
b <- nlm(penalised, b, gradtol = 1e-12, steptol = 1e-14)$estimate
p <- plogis(drop(centred %*% b))
covariance <- solve(crossprod(centred * sqrt(p * (1 - p))))
back <- diag(4)
back[2, 2] <- 1 / sd(x[, 2])
back[1, 2] <- -mean(x[, 2]) / sd(x[, 2])
estimate <- drop(back %*% b)
moved <- uniroot(function(d) sum(plogis(drop(x %*% estimate) + d)) - sum(died), c(-2, 2), tol = 1e-14)$root
write_expected(data.frame(term = c("(Intercept)", "age", "ward=Y", "ward=Z"),
  estimate = estimate + c(moved, 0, 0, 0), se = sqrt(diag(back %*% covariance %*% t(back)))), "firth-coefficients.csv")

# ---- log-linear -----------------------------------------------------------------------------------------------------

costs <- read.csv("glm-gamma-data.csv", colClasses = c(unit = "character"))
fits <- list(cost = list(log(cost) ~ sex + ward, 1), exposed = list(log(cost / days) ~ sex + ward, costs$days))
loglinear <- loglinear_units <- NULL
for (model in names(fits)) {
  fit <- lm(fits[[model]][[1]], costs)
  smearing <- mean(exp(residuals(fit)))
  table <- summary(fit)$coefficients
  loglinear <- rbind(loglinear, data.frame(model, term = c(rownames(table), "smearing"),
    estimate = c(table[, 1], smearing), se = c(table[, 2], NA), row.names = NULL))
  expected <- rowsum(exp(fitted(fit)) * smearing * fits[[model]][[2]], costs$unit)
  loglinear_units <- rbind(loglinear_units,
    data.frame(model, unit = rownames(expected), expected = expected[, 1], row.names = NULL))
}
write_expected(loglinear, "log-linear-coefficients.csv")
write_expected(loglinear_units, "log-linear-units.csv")
