# Natural cubic spline basis, splines::ns(x, df = 4): knots at the quartiles, boundaries at the smallest and largest x.
source("contract.R")

cases <- list(
  uniform = seq(0, 1, length.out = 41),
  skewed = round(exp((0:59) / 15) * 2) / 2,
  ages = 50:95,
  `ages-repeated` = rep(50:95, times = 1 + (0:45 * 7) %% 5),
  negative = ((0:36 * 17) %% 37 - 18) / 8,
  five = c(3, 1, 4, 1.5, 9),
  large = 1e6 + (0:30)^2)

basis <- do.call(rbind, lapply(names(cases), function(case) {
  x <- cases[[case]]
  b <- ns(x, df = 4)
  knots <- attr(b, "knots")
  boundary <- attr(b, "Boundary.knots")
  data.frame(case, x = as.numeric(x), b1 = b[, 1], b2 = b[, 2], b3 = b[, 3], b4 = b[, 4],
    knot1 = knots[[1]], knot2 = knots[[2]], knot3 = knots[[3]],
    boundary_low = as.numeric(boundary[1]), boundary_high = as.numeric(boundary[2]))
}))
write_expected(basis, "natural-spline-basis.csv")
