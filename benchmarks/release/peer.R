# The benchmark peer of a release: what an experienced analyst would write in R, one model per indicator.
#
#   Rscript peer.R EPISODES.csv [INDICATORS]
#
# Fits 24 logistic, 3 Poisson and 3 gamma models on all hospitals together, adds observed and expected up per hospital and
# quarter. Without limits, intervals and signals, of which a release makes 46,200 more. Seconds go to standard error.
if (!requireNamespace("data.table", quietly = TRUE)) {
  message("skipped: the R package data.table is not installed, so there is nothing to compare with")
  quit(status = 0)
}
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1) stop("usage: Rscript peer.R EPISODES.csv [INDICATORS]")
indicators <- if (length(arguments) > 1) as.integer(arguments[2]) else 30L

started <- proc.time()[["elapsed"]]
episodes <- fread(arguments[1], colClasses = list(character = c("hospital", "patient")), nThread = 2)
episodes[, quarter := paste0(year(admission), "Q", quarter(admission))]
read <- proc.time()[["elapsed"]]

fit_one <- function(i) {
  y <- paste0("outcome_", i)
  known <- episodes[!is.na(get(y))]
  if (i >= 27) known[, (y) := pmin(get(y), quantile(get(y), 0.99))]
  family <- if (i < 24) binomial() else if (i < 27) poisson() else Gamma("log")
  if (i >= 27) known <- known[get(y) > 0]
  model <- as.formula(paste(y, "~ age + I(age^2) + sex + factor(asa) + factor(residence) + factor(mobility) + dementia + urgent"))
  fit <- glm(model, family = family, data = known, model = FALSE, y = FALSE)
  known[, mu := fitted(fit)]
  known[, .(indicator = i, n = .N, observed = sum(get(y)), expected = sum(mu), variance = sum(mu * (1 - mu))), keyby = .(hospital, quarter)]
}
which <- if (indicators >= 30) 0:29 else round(seq(0, 29, length.out = indicators))
results <- rbindlist(lapply(which, fit_one))
finished <- proc.time()[["elapsed"]]
fwrite(results, "")
message(sprintf("read %.2f s, %d models %.2f s, %.2f s per model", read - started, length(which), finished - read, (finished - read) / length(which)))
