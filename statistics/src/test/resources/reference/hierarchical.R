# Models with an effect per unit: lme4 on the data of the glm scripts, and gamma-Poisson and beta-binomial by their densities.
suppressMessages(library(lme4))
source("contract.R")

logistic <- read.csv("glm-logistic-data.csv", colClasses = c(unit = "character"))
trials <- read.csv("glm-trials-data.csv")
gamma_data <- read.csv("glm-gamma-data.csv")
gamma_data$unknown <- as.numeric(is.na(gamma_data$age))
gamma_data$age[is.na(gamma_data$age)] <- mean(gamma_data$age, na.rm = TRUE)
poisson_data <- read.csv("glm-poisson-data.csv")

coefficients <- quantities <- units <- NULL
note <- function(model, quantity, value) quantities <<- rbind(quantities, data.frame(model, quantity, value))

# Deviance is on the log-likelihood of single patients, as for one row each.
keep <- function(model, fit, terms, unit, deviance) {
  table <- summary(fit)$coefficients
  coefficients <<- rbind(coefficients, data.frame(model, term = terms, estimate = table[, 1], se = table[, 2]))
  effects <- ranef(fit, condVar = TRUE)$unit
  names <- rownames(effects)
  units <<- rbind(units, data.frame(model, unit = names, effect = effects[, 1],
    conditional_sd = sqrt(attr(effects, "postVar")[1, 1, ])))
  note(model, "sd", attr(VarCorr(fit)$unit, "stddev"))
  if (!is.na(deviance)) note(model, "minus2_log_likelihood", deviance)
}

asas <- paste0("asa=", levels(factor(logistic$asa))[-1])
control <- glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12, optCtrl = list(maxfun = 2e5, rhoend = 1e-9))
for (nodes in c(1, 3, 15)) {
  fit <- glmer(died ~ age + sex + factor(asa) + frail + (1 | unit), logistic, binomial, nAGQ = nodes, control = control)
  keep(paste0("died-", nodes), fit, c("(Intercept)", "age", "sex=M", asas, "frail"), logistic$unit, -2 * as.numeric(logLik(fit)))
  fit <- glmer(cbind(events, trials - events) ~ severity + type + (1 | unit), trials, binomial, nAGQ = nodes, control = control)
  saturated <- with(trials, sum(dbinom(events, trials, events / trials, log = TRUE)))
  choose <- with(trials, sum(lchoose(trials, events)))
  whole <- -2 * as.numeric(logLik(fit)) + if (nodes > 1) -2 * saturated else 0
  keep(paste0("trials-", nodes), fit, c("(Intercept)", "severity", paste0("type=", levels(factor(trials$type))[-1])),
    trials$unit, whole + 2 * choose)
}

wards <- paste0("ward=", c("neurology", "oncology", "surgery"))
ages <- c("age", "age=unknown")
tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12))
for (reml in c(TRUE, FALSE)) {
  name <- if (reml) "restricted" else "likelihood"
  fit <- lmer(log(cost) ~ age + unknown + sex + ward + (1 | unit), gamma_data, REML = reml, control = tight)
  keep(paste0("cost-", name), fit, c("(Intercept)", ages, "sex=M", wards), gamma_data$unit,
    if (reml) NA else -2 * as.numeric(logLik(fit)))
  note(paste0("cost-", name), "residual_sd", sigma(fit))
  note(paste0("cost-", name), "smearing", mean(exp(residuals(fit))))
  fit <- lmer(log(cost / days) ~ 1 + (1 | unit), gamma_data, REML = reml, control = tight)
  keep(paste0("rate-", name), fit, "(Intercept)", gamma_data$unit, if (reml) NA else -2 * as.numeric(logLik(fit)))
  note(paste0("rate-", name), "residual_sd", sigma(fit))
  note(paste0("rate-", name), "smearing", mean(exp(residuals(fit))))
}

model <- glm(falls ~ age + sex + ward + offset(log(days)), poisson, poisson_data, control = glm.control(epsilon = 1e-14))
falls <- aggregate(data.frame(observed = poisson_data$falls, expected = fitted(model)), by = list(unit = poisson_data$unit), sum)
best <- optimize(function(log_a) sum(dnbinom(falls$observed, size = exp(log_a), mu = falls$expected, log = TRUE)),
  c(-5, 15), maximum = TRUE, tol = 1e-12)
a <- exp(best$maximum)
note("falls", "shape", a)
units <- rbind(units, data.frame(model = "falls-ratio", unit = falls$unit, effect = (falls$observed + a) / (falls$expected + a),
  conditional_sd = sqrt(falls$observed + a) / (falls$expected + a)))
falls$low <- qgamma(0.025, falls$observed + a, falls$expected + a)
falls$high <- qgamma(0.975, falls$observed + a, falls$expected + a)
write_expected(falls, "hierarchical-falls.csv")

sums <- aggregate(cbind(events, trials) ~ unit, trials, sum)
minus <- function(t) -with(sums, sum(lbeta(events + exp(t[1]), trials - events + exp(t[2])) - lbeta(exp(t[1]), exp(t[2]))))
found <- optim(c(2, 2), minus, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))
note("beta", "a", exp(found$par[1]))
note("beta", "b", exp(found$par[2]))
note("beta", "log_likelihood", -found$value)

rownames(coefficients) <- NULL
write_expected(coefficients, "hierarchical-coefficients.csv")
write_expected(quantities, "hierarchical-quantities.csv")
write_expected(units, "hierarchical-units.csv")
