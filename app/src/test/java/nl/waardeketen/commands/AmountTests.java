// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations and costs: the same answer whatever the order, the unit of money and the size of the largest. */
class AmountTests {
    private static final String COST = "--unit hospital --outcome cost --kind cost";

    private final GivenFiles files;

    AmountTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    /** Costs of twelve hospitals with cents, some of them nothing. */
    private static List<String> stays(int patients) {
        var random = new Random(23);
        return IntStream.range(0, patients)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "H%02d,%.2f,%d,%s,%.1f",
                        i % 12,
                        random.nextInt(10) == 0 ? 0 : -4_000 * Math.log(1 - random.nextDouble()),
                        random.nextInt(40, 95),
                        random.nextBoolean() ? "f" : "m",
                        0.5 + random.nextInt(20)))
                .toList();
    }

    private Path file(List<String> rows) {
        return files.text("hospital,cost,age,sex,days\n" + String.join("\n", rows) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --exposure days", " --interval bootstrap"})
    void doesNotDependOnTheOrderOfRowsToTheLastDigit(String options) {
        var rows = stays(3_000);
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(5));

        var expected = adjust(file(rows), COST + " --case-mix age:spline,sex --format json" + options);

        assertThat(adjust(file(shuffled), COST + " --case-mix age:spline,sex --format json" + options)
                        .out())
                .isEqualTo(expected.out());
    }

    @Test
    void doesNotDependOnTheUnitOfMoney() {
        var rows = stays(600);
        var cents = rows.stream()
                .map(row -> row.split(",", -1))
                .map(row -> row[0] + "," + Math.round(100 * Double.parseDouble(row[1])) + "," + row[2] + "," + row[3]
                        + "," + row[4])
                .toList();
        var fields = List.of("ratio", "ratio_low", "ratio_high", "z", "z_adjusted", "limit95_low", "limit998_high");

        var inEuros = answer(file(rows), COST + " --case-mix age,sex");
        var inCents = answer(file(cents), COST + " --case-mix age,sex");

        for (var unit : inEuros.units()) {
            var same = inCents.unit(unit.text("unit"));
            fields.forEach(field -> assertThat(same.number(field)).isCloseTo(unit.number(field), within(1e-9)));
            assertThat(same.number("expected")).isCloseTo(100 * unit.number("expected"), within(1e-4));
            assertThat(same.text("signal")).isEqualTo(unit.text("signal"));
        }
        assertThat(inCents.model().number("dispersion"))
                .isCloseTo(inEuros.model().number("dispersion"), within(1e-10));
    }

    @Test
    void expectsTheOverallRatePerDayWithoutCaseMix() {
        var file = files.csv("hospital,cost,days", "A,10,1", "A,30,4", "B,40,5", "B,0,1");

        var answer = answer(file, COST + " --exposure days --cap none");

        assertThat(answer.unit("A").number("expected")).isCloseTo(80.0 / 11 * 5, within(1e-12));
        assertThat(answer.unit("A").number("adjusted_rate")).isCloseTo(8, within(1e-12));
        assertThat(answer.coefficient("(Intercept)").number("estimate")).isCloseTo(Math.log(80.0 / 11), within(1e-12));
    }

    @Test
    void cutsOneEnormousCost() {
        var rows = new ArrayList<>(stays(1_200));
        rows.set(7, "H07,9999999999,50,f,1");

        var run = adjust(file(rows), COST + " --case-mix age,sex --format json");

        assertThat(run.answer().unitsWith("signal_high")).isEmpty();
        assertThat(run.answer().model().number("rows_capped")).isEqualTo(12);
        assertThat(run.remarks())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("12 rows above ")
                .contains("above 17640.4 (quantile 0.99) cut to it, 100.0 % of the total");
        assertThat(answer(file(rows), COST + " --case-mix age,sex --cap none")
                        .unit("H07")
                        .number("ratio"))
                .isGreaterThan(2);
    }

    @Test
    void cutsAtTheQuantileOfTheRowsThatCount() {
        var file = files.text("hospital,cost,days\n" + "A,0,0\n".repeat(100) + "A,1,1\nA,2,1\nB,3,1\nB,4,2\nB,,3\n");

        var run = adjust(file, COST + " --exposure days --cap 0.5 --format json");

        assertThat(run.answer().model().number("rows_capped")).isEqualTo(2);
        assertThat(run.answer().unit("B").number("observed")).isEqualTo(5);
        assertThat(run.answer().model().number("rows_used")).isEqualTo(4);
    }

    @Test
    void takesExpectedCostsAsTheyAreAndTheirDispersionFromTheRows() {
        var file = files.csv(
                "hospital,cost,budget",
                IntStream.range(0, 20)
                        .mapToObj(i -> (i < 10 ? "A," : "B,") + (i % 2 == 0 ? 150 : 50) + "," + (i < 10 ? 100 : 50))
                        .reduce((left, right) -> left + "\n" + right)
                        .orElseThrow());

        var answer = answer(file, COST + " --expected budget --cap none");

        double dispersion = (10 * 0.25 + 5 * 4.0 + 5 * 0) / 20;
        assertThat(answer.json()).containsEntry("model", null);
        assertThat(answer.unit("A").number("z")).isCloseTo(0, within(1e-12));
        assertThat(answer.unit("B").number("ratio")).isEqualTo(2);
        assertThat(answer.unit("B").number("z"))
                .isCloseTo(Math.log(2) / (Math.sqrt(dispersion * 10 * 2500) / 500), within(1e-12));
    }

    @Test
    void countsAndAmountsOfCostPerDayAgreeWithRates() {
        var perDay = stays(500).stream()
                .map(row -> row.split(",", -1))
                .map(row -> row[0] + "," + Double.parseDouble(row[1]) / Double.parseDouble(row[4]) + "," + row[2] + ","
                        + row[3] + ",1")
                .toList();

        var exposed = answer(file(stays(500)), COST + " --exposure days --case-mix age --cap none")
                .model();

        assertThat(exposed.parts("coefficients").get(1).number("estimate"))
                .usingComparator(new DoubleComparator(1e-10))
                .isEqualTo(answer(file(perDay), COST + " --case-mix age --cap none")
                        .coefficient("age")
                        .number("estimate"));
    }

    @Test
    void speaksOfMeansInTheText() {
        var lines = adjust(file(stays(600)), COST + " --case-mix age").lines();

        assertThat(lines.get(0))
                .startsWith("cost per hospital: 12 units, 600 rows, mean ")
                .doesNotContain("%");
        assertThat(lines).anyMatch(line -> line.startsWith("Model: gamma with log link, 2 coefficients, dispersion "));
        assertThat(lines).noneMatch(line -> line.length() > 100);
    }
}
