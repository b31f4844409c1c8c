// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Medicare stays, delivered with a mapping and released: the figures are those of {@code adjust}, and of R. */
class MedicareReleaseTests {
    private static final Path MAPPING = Path.of("../examples/medicare-stays/mapping.yaml");
    /** Of adjust, whose sums run in another order. */
    private static final double TOLERANCE = 1e-14;

    private static final String HOME = TestHome.shared().path().toString();

    private final Path folder;

    MedicareReleaseTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void deliver() {
        var run = command("deliver", stays().toString(), "--mapping", MAPPING.toString(), "--home", HOME);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    }

    private static Path stays() {
        return ReferenceData.file("funnel-medpar/medpar.csv");
    }

    private Path release(String name) {
        var out = folder.resolve(name);
        var run = command("release", "medicare-stays", "--period", "1991", "--home", HOME, "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        return out.resolve("results.csv");
    }

    /** Results of an indicator, by organisation. */
    private Map<String, Map<String, String>> results(String indicator) throws IOException {
        return byFirst(
                rows(Files.readAllLines(release("results"))).stream()
                        .filter(row -> Objects.equals(row.get("indicator"), indicator))
                        .toList(),
                "organisation");
    }

    private static Map<String, Map<String, String>> adjusted(String options) {
        var run = AdjustRun.adjust(stays(), "--unit provnum " + options + " --format csv");
        return byFirst(rows(run.lines()), "unit");
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        var columns = lines.get(0).split(",", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var values = line.split(",", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], values[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Map<String, String>> byFirst(List<Map<String, String>> rows, String key) {
        var byKey = new HashMap<String, Map<String, String>>();
        rows.forEach(row ->
                assertThat(byKey.put(Objects.requireNonNull(row.get(key)), row)).isNull());
        return byKey;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Objects.requireNonNull(row.get(column), column));
    }

    private static void equal(
            Map<String, Map<String, String>> results, Map<String, Map<String, String>> adjusted, String column) {
        assertThat(results.keySet()).isEqualTo(adjusted.keySet());
        adjusted.forEach((unit, expected) -> {
            double value = number(expected, column);
            assertThat(number(Objects.requireNonNull(results.get(unit)), column))
                    .as(column + " of " + unit)
                    .isCloseTo(value, within(Math.abs(value) * TOLERANCE));
        });
    }

    @Test
    void hasARowForEachHospitalAndIndicator() throws IOException {
        var rows = rows(Files.readAllLines(release("all")));

        assertThat(rows).hasSize(3 * 54).allSatisfy(row -> {
            assertThat(row.get("period")).isEqualTo("1991");
            assertThat(row.get("missing")).isEqualTo("0");
        });
        assertThat(rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> Objects.requireNonNull(row.get("indicator")), Collectors.counting())))
                .isEqualTo(Map.of("DEATH", 54L, "STAY-COUNT", 54L, "STAY", 54L));
    }

    @Test
    void agreesWithAdjustOnDeaths() throws IOException {
        var results = results("DEATH");
        var adjusted = adjusted("--outcome died --kind proportion --case-mix age80,white,hmo,type:factor");

        for (var column : List.of("n", "observed", "expected", "ratio", "ratio_low", "ratio_high", "adjusted_rate")) {
            equal(results, adjusted, column);
        }
    }

    @Test
    void agreesWithAdjustOnDaysInHospital() throws IOException {
        var results = results("STAY-COUNT");
        var adjusted = adjusted("--outcome los --kind count --case-mix hmo,died,age80,type:factor");

        for (var column : List.of("n", "observed", "expected", "ratio")) {
            equal(results, adjusted, column);
        }
    }

    @Test
    void agreesWithROnDaysInHospital() throws IOException {
        var results = results("STAY-COUNT");

        for (var expected : ReferenceData.table("funnel-medpar/expected_hospitals.csv")) {
            var result = Objects.requireNonNull(results.get(expected.text("provnum")));
            assertThat(number(result, "observed")).isEqualTo(expected.number("observed"));
            assertThat(number(result, "n")).isEqualTo(expected.number("n"));
            assertThat(number(result, "expected"))
                    .isCloseTo(expected.number("expected"), within(1e-6 * expected.number("expected")));
        }
    }

    @Test
    void agreesWithROnDeaths() throws IOException {
        var results = results("DEATH");

        for (var expected : ReferenceData.table("hierarchical-medpar-mortality/expected_hospitals_laplace.csv")) {
            var result = Objects.requireNonNull(results.get(expected.text("provnum")));
            assertThat(number(result, "observed")).isEqualTo(expected.number("deaths"));
            assertThat(number(result, "expected"))
                    .isCloseTo(expected.number("expected_glm"), within(1e-6 * expected.number("expected_glm")));
        }
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        assertThat(release("first")).hasSameBinaryContentAs(release("second"));
        assertThat(folder.resolve("first/models.json")).hasSameBinaryContentAs(folder.resolve("second/models.json"));
    }

    @Test
    void saysThatItsFilesAreNotForPublication() {
        assertThat(release("marked").resolveSibling("NOT-FOR-PUBLICATION.txt"))
                .content()
                .contains("Not for publication");
    }

    @Test
    void writesNoFilesOverOthers() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        var run = command("release", "medicare-stays", "--period", "1991", "--home", HOME, "--out", folder.toString());

        assertThat(run.usageError()).contains("is not empty");
    }

    @Test
    void refusesAPeriodWithoutStays() {
        var run = command("release", "medicare-stays", "--period", "1990", "--home", HOME);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(run.err()).endsWith("[release.empty]\n");
    }

    @Test
    void refusesAGroupOfWhichNothingWasDelivered() {
        var run = command("release", "nothing", "--period", "1991", "--home", HOME);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
    }
}
