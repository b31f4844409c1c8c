// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is little or nothing to compare, the answer says so. */
class SmallComparisonTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";
    private static final String FALLS = "--unit hospital --outcome falls --kind count";

    private final GivenFiles files;

    SmallComparisonTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    @Test
    void comparesOneRowWithNothing() {
        var run = adjust(files.csv("hospital,died", "A,0"), DEATHS);

        assertThat(run.lines())
                .anyMatch(line -> line.matches("A +1 .*too few"))
                .contains("Note: There is one unit, so there is nothing to compare it with.");
    }

    @Test
    void comparesOneHospitalWithNothing() {
        var run = adjust(files.text("hospital,died\n" + "A,1\nA,0\n".repeat(50)), DEATHS + " --format json");

        assertThat(run.answer().unit("A").number("ratio")).isCloseTo(1, within(1e-12));
        assertThat(run.answer().unit("A").text("signal")).isEqualTo("none");
        assertThat(run.remarks()).contains("There is one unit, so there is nothing to compare it with.");
    }

    @Test
    void judgesNoHospitalOfOnePatient() {
        var answer = answer(files.text("hospital,died\nA,1\n" + "B,1\nB,0\n".repeat(50)), DEATHS);

        assertThat(answer.unit("A").text("signal")).isEqualTo("too_few");
        assertThat(answer.unit("B").text("signal")).isEqualTo("none");
    }

    @Test
    void judgesNoneOfManyHospitalsWithThreePatients() {
        var rows = IntStream.range(0, 600)
                .mapToObj(i -> "H%03d,%d".formatted(i / 3, i * 7_919 % 11 < 3 ? 1 : 0))
                .toList();

        var answer = answer(files.text("hospital,died\n" + String.join("\n", rows)), DEATHS);

        assertThat(answer.unitsWith("too_few")).hasSize(200);
        assertThat(answer.overdispersion().number("units")).isEqualTo(200);
    }

    @Test
    void judgesFewHospitalsByChanceAlone() {
        var file =
                files.text("hospital,died\n" + "A,1\nA,0\n".repeat(50) + "B,0\n".repeat(100) + "C,0\nC,1\n".repeat(50));

        var run = adjust(file, DEATHS + " --format json");

        assertThat(run.answer().json()).containsEntry("overdispersion", null);
        assertThat(run.answer().unitsWith("signal_low")).containsExactly("B");
        assertThat(run.remarks())
                .contains(
                        "With fewer than ten units, differences beyond chance cannot be estimated; exact limits judge.");
    }

    @Test
    void obeysDispersionThatIsAskedForWithFewHospitals() {
        var file = files.text("hospital,died\n" + "A,1\nA,0\n".repeat(50) + "B,0\nB,0\nB,0\nB,1\n".repeat(25));

        assertThat(answer(file, DEATHS + " --dispersion additive")
                        .overdispersion()
                        .number("units"))
                .isEqualTo(2);
    }

    @Test
    void expectsNothingWithoutEvents() {
        var run = adjust(files.csv("hospital,died", "A,0", "A,0", "B,0"), DEATHS + " --format json");

        assertThat(run.answer().unit("A").number("expected")).isZero();
        assertThat(run.answer().unit("A").number("ratio")).isNaN();
        assertThat(run.answer().json()).containsEntry("model", null);
        assertThat(run.remarks()).contains("There are no events, so nothing is expected and nothing can be compared.");
    }

    @Test
    void expectsNothingWithoutCounts() {
        var answer = answer(files.csv("hospital,falls", "A,0", "A,0", "B,0"), FALLS);

        assertThat(answer.unit("B").number("expected")).isZero();
        assertThat(answer.unit("B").text("signal")).isEqualTo("too_few");
    }

    @Test
    void findsNoDifferenceWhereAllHaveTheEvent() {
        var answer = answer(files.csv("hospital,died", "A,1", "A,1", "B,1"), DEATHS);

        assertThat(answer.unit("A").number("ratio")).isEqualTo(1);
        assertThat(answer.unit("A").text("signal")).isEqualTo("too_few");
    }

    @Test
    void judgesHospitalsWithoutEventsOnTheLogScaleByExactLimits() {
        var rows = IntStream.range(0, 12)
                .mapToObj(i -> "H%02d,%d".formatted(i, i == 5 ? 0 : 20 + i))
                .toList();

        var answer = answer(files.text("hospital,falls\n" + String.join("\n", rows)), FALLS + " --transform log");

        assertThat(answer.overdispersion().number("units")).isEqualTo(11);
        assertThat(answer.unit("H05").number("z")).isNaN();
        assertThat(answer.unit("H05").text("signal")).isEqualTo("signal_low");
        assertThat(answer.unit("H05").number("limit998_low"))
                .isEqualTo(answer.unit("H05").number("exact998_low"));
    }

    @Test
    void warnsWhereCountsVaryMoreThanPoisson() {
        var run = adjust(
                files.csv("hospital,falls", "A,0", "A,50", "B,1", "B,60", "C,2", "C,3"), FALLS + " --format csv");

        assertThat(run.remarks()).anyMatch(remark -> remark.contains("--kind duration"));
    }
}
