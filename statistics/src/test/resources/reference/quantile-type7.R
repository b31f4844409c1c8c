# Quantiles of type 7, also of values that occur several times: the same as repeating each value.
source("contract.R")

cases <- list(
  one = data.frame(value = 3.5, times = 1),
  two = data.frame(value = c(2, -1.5), times = 1),
  ten = data.frame(value = ((1:10 * 7) %% 11)^2 / 4, times = 1),
  ties = data.frame(value = c(1, 1, 2, 2, 2, 5, 8), times = 1),
  counted = data.frame(value = c(0, 1, 2.5, 4, 9.25, 30), times = c(5, 12, 1, 7, 3, 1)),
  `mostly-zero` = data.frame(value = c(0, 1, 100), times = c(97, 2, 1)),
  many = data.frame(value = sqrt(1:60), times = 1 + (1:60 * 13) %% 29))
p <- c(0, 0.001, 0.025, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 1)
write_expected(do.call(rbind, lapply(names(cases), function(case)
  data.frame(case, value = cases[[case]]$value, times = as.integer(cases[[case]]$times)))), "quantile-values.csv")
write_expected(do.call(rbind, lapply(names(cases), function(case) data.frame(case, p,
  quantile = with(cases[[case]], quantile(rep(value, times), p, type = 7, names = FALSE))))), "quantile-expected.csv")
