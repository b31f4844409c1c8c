// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.waardeketen.statistics.CaseMixColumn.Form;

/** Made-up patients of 10 to 24 hospitals with ages, a laboratory value, severity and sex; some values are missing. */
final class RandomCohort {
    private static final List<String> SEVERITIES = List.of("1", "2", "3", "4");

    private final SplittableRandom random;
    private final Kind kind;
    private final int rows;

    private RandomCohort(Kind kind, long seed) {
        random = new SplittableRandom(seed);
        this.kind = kind;
        rows = random.nextInt(400, 1200);
    }

    /** Seeds of the cohorts on which a property is tried. */
    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    static Cells of(Kind kind, long seed) {
        return new RandomCohort(kind, seed).draw();
    }

    private Cells draw() {
        int unitCount = random.nextInt(10, 25);
        var units = IntStream.range(0, unitCount)
                .mapToObj(i -> "%03d".formatted((i * 37) % 100))
                .toList();
        var unitOf = new int[rows];
        var age = new double[rows];
        var creatinine = new double[rows];
        var severity = new int[rows];
        var sex = new int[rows];
        var weight = new double[rows];
        var observed = new double[rows];
        var squares = new double[rows];
        for (int i = 0; i < rows; i++) {
            unitOf[i] = i < unitCount ? i : (int) (unitCount * random.nextDouble() * random.nextDouble());
            age[i] = Math.rint(70 + 10 * random.nextGaussian());
            creatinine[i] = random.nextInt(12) == 0 ? Double.NaN : Math.exp(4.4 + 0.3 * random.nextGaussian());
            severity[i] = random.nextInt(SEVERITIES.size());
            sex[i] = random.nextInt(2);
            double risk = -1.2 + 0.02 * (age[i] - 70) + 0.3 * severity[i] + 0.2 * sex[i] + 0.02 * unitOf[i];
            weight[i] =
                    kind.isAmount() ? 1 : kind == Kind.COUNT ? 0.5 + 2 * random.nextDouble() : 1 + random.nextInt(3);
            observed[i] = Draws.outcome(kind, risk, weight[i], random);
            squares[i] = observed[i] * observed[i] / weight[i];
        }
        var ones = new double[rows];
        Arrays.fill(ones, 1);
        var columns = List.<CaseMixColumn>of(
                new CaseMixColumn.Numeric("age", random.nextBoolean() ? Form.LINEAR : Form.QUADRATIC, age),
                new CaseMixColumn.Numeric("creatinine", random.nextBoolean() ? Form.LINEAR : Form.SPLINE, creatinine),
                new CaseMixColumn.Factor("severity", SEVERITIES, severity),
                new CaseMixColumn.Factor("sex", List.of("F", "M"), sex));
        return new Cells(units, unitOf, new Patterns(columns, ones, weight, observed, squares));
    }
}
