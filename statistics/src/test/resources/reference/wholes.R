# Whole comparisons with the contract's defaults, on the data the glm scripts wrote.
source("contract.R")

read_text <- function(file) read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE)

wholes <- list(
  proportion = adjust(read_text("glm-logistic-data.csv"), "unit", "died", "proportion", c("age", "sex", "asa:factor", "frail")),
  count = adjust(read_text("glm-poisson-data.csv"), "unit", "falls", "count", c("age", "sex", "ward"), exposure = "days"),
  duration = adjust(read_text("glm-gamma-data.csv"), "unit", "stay", "duration", c("age", "sex", "ward"), cap = 1),
  cost = adjust(read_text("glm-gamma-data.csv"), "unit", "cost", "cost", c("age", "ward"), exposure = "days", cap = 1),
  trials = adjust(read_text("glm-trials-data.csv"), "unit", "events", "proportion", trials = "trials"))

write_expected(do.call(rbind, lapply(names(wholes), function(whole) data.frame(whole, wholes[[whole]]$units))), "wholes-units.csv")
write_expected(do.call(rbind, lapply(names(wholes), function(whole) with(wholes[[whole]], data.frame(whole,
  quantity = c("overall_rate", "rows_used", "units", "phi", "tau2", "dispersion", "c_statistic"),
  value = c(overall, rows_used, factors$units, factors$phi, factors$tau2, model$dispersion, model$c_statistic))))),
  "wholes-quantities.csv")
