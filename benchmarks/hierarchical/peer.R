# The benchmark peer of `adjust --hierarchical`: lme4 on the same rows.
#
#   Rscript peer.R FILE.csv [NODES]
#
# Seconds and figures go to standard error.
if (!requireNamespace("lme4", quietly = TRUE)) {
  message("skipped: the R package lme4 is not installed, so there is nothing to compare with")
  quit(status = 0)
}
suppressPackageStartupMessages(library(lme4))
arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1) stop("usage: Rscript peer.R FILE.csv [NODES]")
nodes <- if (length(arguments) > 1) as.integer(arguments[2]) else 1L
patients <- read.csv(arguments[1], colClasses = c(hospital = "character"))
started <- proc.time()
fit <- suppressWarnings(glmer(died ~ age + sex + factor(asa) + frail + urgent + stage + dementia + region + (1 | hospital),
  data = patients, family = binomial, nAGQ = nodes))
taken <- proc.time() - started
message(sprintf("lme4 on %d rows, nodes %d: %.1f s, of the processor %.1f s, sd %.6f", nrow(patients), nodes, taken[["elapsed"]],
  taken[["user.self"]] + taken[["sys.self"]], attr(VarCorr(fit)$hospital, "stddev")))
predicted <- tapply(fitted(fit), patients$hospital, sum)
message(sprintf("predicted of the first four hospitals: %s", paste(sprintf("%.4f", predicted[1:4]), collapse = " ")))
