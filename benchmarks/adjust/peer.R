# The benchmark peer of the command `adjust`: what an experienced analyst would write in R for the same job.
#
#   Rscript peer.R FILE.csv ['died ~ age + sex + factor(asa) + frail + urgent + stage + dementia'] > hospitals.csv
#
# FILE.csv has the columns hospital, died and those of the formula. Seconds per step go to standard error.
if (!requireNamespace("data.table", quietly = TRUE)) {
  message("skipped: the R package data.table is not installed, so there is nothing to compare with")
  quit(status = 0)
}
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) < 1) stop("usage: Rscript peer.R FILE.csv [FORMULA]")
model <- if (length(arguments) > 1) as.formula(arguments[2]) else
  died ~ age + sex + factor(asa) + frail + urgent + stage + dementia

started <- proc.time()[["elapsed"]]
patients <- fread(arguments[1], colClasses = list(character = "hospital"), nThread = 2)
read <- proc.time()[["elapsed"]]

fit <- glm(model, family = binomial, data = patients)
fitted_at <- proc.time()[["elapsed"]]

patients[, p := fitted(fit)]
hospitals <- patients[, .(n = .N, observed = sum(died), expected = sum(p), variance = sum(p * (1 - p))), keyby = hospital]

k95 <- 1.959964
k998 <- 3.090232
hospitals[, ratio := observed / expected]
hospitals[, s := sqrt(variance) / (2 * expected)]
hospitals[, z := (sqrt(ratio) - 1) / s]

cuts <- quantile(hospitals$z, c(0.1, 0.9))
winsorised <- pmin(pmax(hospitals$z, cuts[1]), cuts[2])
units <- nrow(hospitals)
phi <- mean(winsorised^2)
w <- 1 / hospitals$s^2
tau2 <- max(0, (units * phi - (units - 1)) / (sum(w) - sum(w^2) / sum(w)))

hospitals[, spread := sqrt(s^2 + tau2)]
hospitals[, `:=`(
  adjusted_rate = ratio * mean(patients$died),
  z_adjusted = (sqrt(ratio) - 1) / spread,
  limit95_low = pmax(0, 1 - k95 * spread)^2, limit95_high = (1 + k95 * spread)^2,
  limit998_low = pmax(0, 1 - k998 * spread)^2, limit998_high = (1 + k998 * spread)^2)]
hospitals[, signal := fcase(
  z_adjusted > k998, "signal_high", z_adjusted < -k998, "signal_low",
  z_adjusted > k95, "watch_high", z_adjusted < -k95, "watch_low", default = "none")]
fwrite(hospitals[, !c("s", "spread", "variance")], "")

finished <- proc.time()[["elapsed"]]
message(sprintf("rows %d, phi %.6f, tau2 %.9f, pearson dispersion %.6f", nrow(patients), phi, tau2,
  sum(residuals(fit, "pearson")^2) / df.residual(fit)))
message(sprintf("read %.2f s, glm %.2f s, rest %.2f s", read - started, fitted_at - read, finished - fitted_at))
