// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up regions without case mix, of which the truth is known.
 *
 * @param rate events per patient, or 1 for an amount
 * @param spread standard deviation of the true differences on the scale of the link
 * @param outliers units with an odds ratio (or ratio) of their own
 * @param outlierSize patients of each outlier as a share of the whole region; zero to leave its size as it is
 */
record CalibrationRegion(
        String name,
        Kind kind,
        double rate,
        int units,
        double spread,
        int outliers,
        double effect,
        double outlierSize) {
    private static final double SMALLEST = 60;
    private static final double LARGEST = 900;

    static CalibrationRegion of(String name, Kind kind, double rate, int units, double spread) {
        return new CalibrationRegion(name, kind, rate, units, spread, 0, 1, 0);
    }

    CalibrationRegion withOutliers(int number, double ratio, double size) {
        return new CalibrationRegion(name, kind, rate, units, spread, number, ratio, size);
    }

    /** The outliers come first. */
    List<UnitTotals> draw(SplittableRandom random) {
        var sizes = sizes(random);
        var observed = new double[units];
        var squares = new double[units];
        double patients = 0;
        for (int unit = 0; unit < units; unit++) {
            double effect = spread * random.nextGaussian() + (unit < outliers ? Math.log(this.effect) : 0);
            patients += sizes[unit];
            for (int patient = 0; patient < sizes[unit]; patient++) {
                double y = outcome(effect, random);
                observed[unit] += y;
                squares[unit] += y * y;
            }
        }
        return totals(sizes, observed, squares, patients);
    }

    /** One unit of so many patients who each expect 1. */
    UnitTotals drawOne(int patients, SplittableRandom random) {
        var amounts = IntStream.range(0, patients)
                .mapToDouble(i -> outcome(0, random))
                .toArray();
        double sum = Arrays.stream(amounts).sum();
        double squares = Arrays.stream(amounts).map(y -> y * y).sum();
        return new UnitTotals(
                "H", patients, sum, patients, patients, patients, new Spread(squares, sum, patients, null));
    }

    private List<UnitTotals> totals(int[] sizes, double[] observed, double[] squares, double patients) {
        double sum = 0;
        double sumOfSquares = 0;
        for (int unit = 0; unit < units; unit++) {
            sum += observed[unit];
            sumOfSquares += squares[unit];
        }
        double mean = sum / patients;
        double dispersion = (sumOfSquares / (mean * mean) - patients) / (patients - 1);
        var totals = new ArrayList<UnitTotals>();
        for (int unit = 0; unit < units; unit++) {
            double n = sizes[unit];
            double variance = kind.isAmount()
                    ? dispersion * n * mean * mean
                    : n * mean * (kind == Kind.PROPORTION ? 1 - mean : 1);
            totals.add(new UnitTotals(
                    "H%03d".formatted(unit),
                    sizes[unit],
                    observed[unit],
                    n,
                    n * mean,
                    variance,
                    kind.isAmount() ? new Spread(squares[unit], observed[unit] * mean, n * mean * mean, null) : null));
        }
        return totals;
    }

    private int[] sizes(SplittableRandom random) {
        var sizes = new int[units];
        double others = 0;
        for (int unit = 0; unit < units; unit++) {
            double place = units == 1 ? 0.5 : (unit + random.nextDouble()) / units;
            sizes[unit] = (int) Math.rint(SMALLEST * Math.pow(LARGEST / SMALLEST, place));
        }
        for (int unit = outliers; unit < units; unit++) {
            others += sizes[unit];
        }
        for (int unit = 0; unit < outliers; unit++) {
            sizes[unit] = outlierSize > 0
                    ? (int) Math.rint(others * outlierSize / (1 - outliers * outlierSize))
                    : (int) Math.rint(others / (units - outliers));
        }
        return sizes;
    }

    private double outcome(double effect, SplittableRandom random) {
        if (kind == Kind.PROPORTION) {
            return random.nextDouble() < Draws.logistic(Math.log(rate / (1 - rate)) + effect) ? 1 : 0;
        }
        double mean = rate * Math.exp(effect);
        if (kind == Kind.COUNT) {
            return Draws.poisson(mean, random);
        }
        if (name.equals("zeros") && random.nextInt(10) == 0) {
            return 0;
        }
        return (name.equals("zeros") ? mean / 0.9 : mean)
                * (name.equals("lognormal")
                        ? Math.exp(0.9 * random.nextGaussian() - 0.405)
                        : Draws.gamma(SimulatedOutcome.GAMMA_SHAPE, random) / SimulatedOutcome.GAMMA_SHAPE);
    }
}
