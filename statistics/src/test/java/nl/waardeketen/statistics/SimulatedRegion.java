// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;

/**
 * One made-up region: 70 hospitals, or as many as asked, of 60 to 900 patients, some with older and sicker patients than others, whose risk
 * follows a logistic (or log-linear) model of age, physical status, sex and frailty.
 *
 * @param cells what a comparison sees
 * @param trueMean sum of the true means of the patients of each hospital, in the order of the units
 * @param standard the same if hospitals did not differ, on the scale at which that adds up to as much
 */
record SimulatedRegion(Cells cells, double[] trueMean, double[] standard) {
    static final int HOSPITALS = 70;
    private static final int YOUNGEST = 45;
    private static final int AGES = 55;
    private static final int STATUSES = 4;
    private static final int PATTERNS = AGES * STATUSES * 2 * 2;

    /** Smallest to largest, evenly on a logarithmic scale. */
    private static int size(int hospital, int hospitals) {
        return (int) Math.rint(60 * Math.pow(900 / 60.0, hospital / (hospitals - 1.0)));
    }

    static SimulatedRegion draw(SimulatedOutcome outcome, double intercept, SplittableRandom random) {
        return draw(outcome, HOSPITALS, intercept, random);
    }

    static SimulatedRegion draw(SimulatedOutcome outcome, int hospitals, double intercept, SplittableRandom random) {
        var rows = new double[PATTERNS][hospitals];
        var observed = new double[PATTERNS][hospitals];
        var squares = new double[PATTERNS][hospitals];
        var trueMean = new double[hospitals];
        var standard = new double[hospitals];
        for (int hospital = 0; hospital < hospitals; hospital++) {
            double severity = 0.35 * random.nextGaussian();
            double effect = outcome.spread() * random.nextGaussian();
            for (int patient = size(hospital, hospitals); patient > 0; patient--) {
                int pattern = pattern(severity, random);
                double predictor = intercept + risk(pattern);
                double y = outcome.draw(predictor + effect, random);
                rows[pattern][hospital]++;
                observed[pattern][hospital] += y;
                squares[pattern][hospital] += y * y;
                trueMean[hospital] += Draws.mean(outcome.kind(), predictor + effect);
                standard[hospital] += Draws.mean(outcome.kind(), predictor);
            }
        }
        double scale = Arrays.stream(trueMean).sum() / Arrays.stream(standard).sum();
        Arrays.setAll(standard, hospital -> standard[hospital] * scale);
        return new SimulatedRegion(cells(rows, observed, squares, hospitals), trueMean, standard);
    }

    /** The intercept at which the outcome has its rate among many patients of many hospitals. */
    static double intercept(SimulatedOutcome outcome) {
        var random = new SplittableRandom(1);
        var risks = IntStream.range(0, 200_000)
                .mapToDouble(i ->
                        risk(pattern(0.35 * random.nextGaussian(), random)) + outcome.spread() * random.nextGaussian())
                .toArray();
        double low = -12;
        double high = 8;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            double mean = Arrays.stream(risks)
                    .map(risk -> Draws.mean(outcome.kind(), middle + risk))
                    .average()
                    .orElseThrow();
            if (mean < outcome.rate()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int pattern(double severity, SplittableRandom random) {
        int age = (int) Math.rint(72 + 8 * severity + 10 * random.nextGaussian());
        int ageIndex = Math.min(AGES - 1, Math.max(0, age - YOUNGEST));
        double illness = severity + random.nextGaussian();
        int status = illness < -1.4 ? 0 : illness < 0 ? 1 : illness < 1.3 ? 2 : 3;
        int man = random.nextInt(2);
        int frail = random.nextDouble() < Draws.logistic(-1.5 + 0.05 * (age - 72) + severity) ? 1 : 0;
        return ((ageIndex * STATUSES + status) * 2 + man) * 2 + frail;
    }

    private static double risk(int pattern) {
        int age = YOUNGEST + pattern / (STATUSES * 4);
        int status = pattern / 4 % STATUSES;
        return 0.03 * (age - 72) + 0.45 * (status - 1.5) + 0.25 * (pattern / 2 % 2) + 0.5 * (pattern % 2);
    }

    private static Cells cells(double[][] rows, double[][] observed, double[][] squares, int hospitals) {
        var filled = IntStream.range(0, PATTERNS * hospitals)
                .filter(cell -> at(rows, cell) > 0)
                .toArray();
        var pattern = Arrays.stream(filled).map(cell -> cell / hospitals).toArray();
        var age = Arrays.stream(pattern)
                .mapToDouble(i -> YOUNGEST + i / (STATUSES * 4))
                .toArray();
        var columns = List.<CaseMixColumn>of(
                new Numeric("age", Form.LINEAR, age),
                new Factor("status", List.of("1", "2", "3", "4"), codes(pattern, 4, STATUSES)),
                new Factor("sex", List.of("F", "M"), codes(pattern, 2, 2)),
                new Factor("frail", List.of("no", "yes"), codes(pattern, 1, 2)));
        var weights = sums(rows, filled);
        return new Cells(
                units(hospitals),
                Arrays.stream(filled).map(cell -> cell % hospitals).toArray(),
                new Patterns(columns, weights, weights, sums(observed, filled), sums(squares, filled)));
    }

    private static List<String> units(int hospitals) {
        var units = new ArrayList<String>();
        IntStream.range(0, hospitals).forEach(i -> units.add("H%02d".formatted(i)));
        return units;
    }

    private static int[] codes(int[] pattern, int divisor, int levels) {
        return Arrays.stream(pattern).map(i -> i / divisor % levels).toArray();
    }

    private static double[] sums(double[][] sums, int[] cells) {
        return Arrays.stream(cells).mapToDouble(cell -> at(sums, cell)).toArray();
    }

    private static double at(double[][] sums, int cell) {
        return sums[cell / sums[0].length][cell % sums[0].length];
    }
}
