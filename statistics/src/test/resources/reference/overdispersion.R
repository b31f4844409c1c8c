# z values, phi, tau2 and adjusted limits of three sets of fourteen units, in every combination the contract allows.
source("contract.R")

h <- 1:14
sets <- list(
  # Counts with more spread than chance, one unit without events and two with equal values.
  counts = data.frame(unit = sprintf("C%02d", h), n = 40 * h,
    observed = c(0, 7, 3, 11, 4, 18, 9, 16, 31, 12, 26, 44, 20, 41),
    expected = c(2.5, 4.25, 4.25, 7.75, 8.5, 9.125, 11.3, 16, 18.4, 19.75, 24.6, 27.2, 30.05, 36.4)),
  # Proportions with case mix: the variance lies well below the expected count.
  proportions = data.frame(unit = sprintf("P%02d", h), n = c(12, 25, 31, 44, 58, 60, 75, 88, 96, 120, 150, 185, 240, 310),
    observed = c(9, 12, 25, 24, 44, 33, 52, 70, 55, 87, 90, 140, 139, 215),
    expected = c(7.4, 16.1, 20.3, 28.9, 37.2, 39.6, 48.1, 57.9, 61.2, 78.8, 97.1, 121.4, 155.6, 203.2)),
  # Less spread than chance, small units and proportions near the ends of the scale.
  ends = data.frame(unit = sprintf("E%02d", h), n = c(3, 5, 8, 10, 12, 15, 18, 20, 24, 30, 33, 36, 40, 45),
    observed = c(3, 5, 7, 10, 11, 15, 17, 19, 23, 28, 32, 33, 38, 43),
    expected = c(2.8, 4.7, 7.5, 9.4, 11.3, 14.1, 16.9, 18.8, 22.6, 28.2, 31, 33.9, 37.6, 42.3)))
sets$counts$variance <- sets$counts$expected
sets$proportions$variance <- with(sets$proportions, expected * (1 - expected / n) * 0.8)
sets$ends$variance <- with(sets$ends, expected * (1 - expected / n))

treatments <- data.frame(treatment = c("none", "winsorise", "winsorise", "truncate", "truncate"), share = c(0, 0.1, 0.05, 0.1, 0.2))
values <- factors <- limits <- NULL
for (set in names(sets)) for (transform in c("sqrt", "log", "arcsine")) {
  units <- sets[[set]]
  z <- with(units, z_values(transform, n, observed, expected, variance))
  values <- rbind(values, data.frame(set, transform, unit = units$unit, z))
  for (i in seq_len(nrow(treatments))) {
    treatment <- treatments$treatment[i]
    share <- treatments$share[i]
    found <- dispersion_factors(z$z, z$s, treatment, share)
    factors <- rbind(factors, data.frame(set, transform, treatment, share, units = as.integer(found$units),
      phi = found$phi, tau2 = found$tau2, cut_low = found$low, cut_high = found$high))
    for (dispersion in c("additive", "multiplicative")) for (k in c(z95, z998)) limits <- rbind(limits, data.frame(
      set, transform, treatment, share, dispersion, k, unit = units$unit,
      z_adjusted = adjusted_z(z$z, z$y, z$y0, z$s, found$phi, found$tau2, dispersion),
      adjusted_limits(transform, z$y0, z$s, k, found$phi, found$tau2, dispersion)))
  }
}
write_expected(do.call(rbind, lapply(names(sets), function(set) data.frame(set, sets[[set]]))), "overdispersion-units.csv")
write_expected(values, "overdispersion-z.csv")
write_expected(factors, "overdispersion-factors.csv")
write_expected(limits, "overdispersion-limits.csv")
