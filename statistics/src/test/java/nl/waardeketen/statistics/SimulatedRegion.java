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
 * One made-up region: 70 hospitals of 60 to 900 patients, some with older and sicker patients than others, whose risk
 * follows a logistic (or log-linear) model of age, physical status, sex and frailty.
 *
 * @param cells what a comparison sees
 * @param trueMean sum of the true means of the patients of each hospital, in the order of the units
 */
record SimulatedRegion(Cells cells, double[] trueMean) {
    static final int HOSPITALS = 70;
    private static final int YOUNGEST = 45;
    private static final int AGES = 55;
    private static final int STATUSES = 4;
    private static final int PATTERNS = AGES * STATUSES * 2 * 2;

    /** Smallest to largest, evenly on a logarithmic scale. */
    static int size(int hospital) {
        return (int) Math.rint(60 * Math.pow(900 / 60.0, hospital / (HOSPITALS - 1.0)));
    }

    static SimulatedRegion draw(SimulatedOutcome outcome, double intercept, SplittableRandom random) {
        var rows = new double[PATTERNS][HOSPITALS];
        var observed = new double[PATTERNS][HOSPITALS];
        var squares = new double[PATTERNS][HOSPITALS];
        var trueMean = new double[HOSPITALS];
        for (int hospital = 0; hospital < HOSPITALS; hospital++) {
            double severity = 0.35 * random.nextGaussian();
            double effect = outcome.spread() * random.nextGaussian();
            for (int patient = size(hospital); patient > 0; patient--) {
                int pattern = pattern(severity, random);
                double predictor = intercept + risk(pattern) + effect;
                double y = Draws.outcome(outcome.kind(), predictor, 1, random);
                rows[pattern][hospital]++;
                observed[pattern][hospital] += y;
                squares[pattern][hospital] += y * y;
                trueMean[hospital] += Draws.mean(outcome.kind(), predictor);
            }
        }
        return new SimulatedRegion(cells(rows, observed, squares), trueMean);
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

    private static Cells cells(double[][] rows, double[][] observed, double[][] squares) {
        var filled = IntStream.range(0, PATTERNS * HOSPITALS)
                .filter(cell -> at(rows, cell) > 0)
                .toArray();
        var pattern = Arrays.stream(filled).map(cell -> cell / HOSPITALS).toArray();
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
                units(),
                Arrays.stream(filled).map(cell -> cell % HOSPITALS).toArray(),
                new Patterns(columns, weights, weights, sums(observed, filled), sums(squares, filled)));
    }

    private static List<String> units() {
        var units = new ArrayList<String>();
        IntStream.range(0, HOSPITALS).forEach(i -> units.add("H%02d".formatted(i)));
        return units;
    }

    private static int[] codes(int[] pattern, int divisor, int levels) {
        return Arrays.stream(pattern).map(i -> i / divisor % levels).toArray();
    }

    private static double[] sums(double[][] sums, int[] cells) {
        return Arrays.stream(cells).mapToDouble(cell -> at(sums, cell)).toArray();
    }

    private static double at(double[][] sums, int cell) {
        return sums[cell / HOSPITALS][cell % HOSPITALS];
    }
}
