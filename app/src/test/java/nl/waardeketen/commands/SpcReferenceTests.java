// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code spc} on files as they come, against NHSRplotthedots and qicharts2. */
class SpcReferenceTests {
    private static final Map<String, String> RULES = Map.of(
            "none", "Common Cause",
            "above_limit", "Above UCL",
            "below_limit", "Below LCL",
            "trend_up", "7 Point Trend (Increasing)",
            "trend_down", "7 Point Trend (Decreasing)",
            "two_of_three_above", "2 in 3 Above CL",
            "two_of_three_below", "2 in 3 Below CL",
            "run_above", "7 Points Above CL",
            "run_below", "7 Points Below CL");

    private final GivenFiles files;

    SpcReferenceTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    private static void assertClose(String actual, double expected) {
        assertThat(Double.parseDouble(actual)).isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
    }

    private static void assertMakingDataCount(
            List<List<String>> rows, List<ReferenceData.Row> expected, double perUnit) {
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var answer = expected.get(i);
            int first = row.size() - 7;
            assertThat(row.get(first)).isEqualTo(answer.text("period"));
            assertClose(row.get(first + 1), answer.number("value") / perUnit);
            assertClose(row.get(first + 2), answer.number("mean") / perUnit);
            assertClose(row.get(first + 3), answer.number("lpl") / perUnit);
            assertClose(row.get(first + 4), answer.number("upl") / perUnit);
            assertThat(RULES.get(row.get(first + 5))).isEqualTo(answer.text("special_cause_type"));
            assertThat((row.get(first + 6).equals("common_cause") ? "" : "special_cause_") + row.get(first + 6))
                    .isEqualTo(answer.text("point_type"));
        }
    }

    private static List<ReferenceData.Row> expected(String name) {
        return ReferenceData.table("spc-xmr-nhs/expected_" + name + ".csv");
    }

    @Test
    void agreesOnTwelveProviders() {
        var rows = SpcRun.rows(
                ReferenceData.file("spc-xmr-nhs/ae_type1_12_providers.csv"),
                "--time period --value breaches --denominator attendances --by org_code --chart xmr --better down");

        var byProvider = expected("12_providers_breach_pct").stream()
                .sorted((one, other) -> one.text("org_code").compareTo(other.text("org_code")))
                .toList();
        assertMakingDataCount(rows, byProvider, 100);
        assertThat(rows.stream()
                        .map(row -> row.get(7))
                        .collect(Collectors.groupingBy(word -> word, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("common_cause", 224L, "concern", 93L, "improvement", 115L));
    }

    @Test
    void agreesOnAttendances() {
        assertMakingDataCount(england(""), expected("england_attendances"), 1);
    }

    @Test
    void agreesOnRebasedAttendances() {
        assertMakingDataCount(england(" --rebase 2017-04-01,2018-04-01"), expected("england_attendances_rebased"), 1);
    }

    private static List<List<String>> england(String options) {
        return SpcRun.rows(
                ReferenceData.file("spc-xmr-nhs/ae_england_monthly.csv"),
                "--time period --value attendances --chart xmr" + options);
    }

    @Test
    void agreesOnFourHourPerformance() {
        var answers = expected("england_within4h_pct");
        assertMakingDataCount(
                SpcRun.rows(values(answers), "--time period --value value --chart xmr --better up"), answers, 1);
    }

    @ParameterizedTest
    @CsvSource({"doc_example_screened,''", "doc_example_unscreened, ' --no-screening'"})
    void agreesOnTheExampleOfTheDocumentation(String name, String options) {
        var answers = expected(name);
        assertMakingDataCount(
                SpcRun.rows(values(answers), "--time period --value value --chart xmr --better up" + options),
                answers,
                1);
    }

    private Path values(List<ReferenceData.Row> rows) {
        return files.text("period,value\n"
                + rows.stream()
                        .map(row -> row.text("period") + "," + row.text("value"))
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "individuals_loan_cost, weeks, cost, --chart xmr --baseline 20, individuals_freeze20",
        "p_chart_cans, sample, count, --chart p --denominator size --rebase 31 --exclude 15;23, p_chart_exclude15_23_part30",
        "c_chart_boards, sample, count, --chart c --baseline 26 --exclude 6;20, c_chart_exclude6_20_freeze26"
    })
    void agreesOnTheTextbook(String file, String time, String value, String options, String name) {
        var rows = SpcRun.rows(
                ReferenceData.file("spc-textbook/" + file + ".csv"),
                "--time " + time + " --value " + value + " --rules anhoej " + options.replace(';', ','));

        assertMontgomery(rows, name);
    }

    @ParameterizedTest
    @CsvSource({
        "p_chart_cans, '--value count --denominator size --chart p', 30, p_chart_first30",
        "c_chart_boards, '--value count --chart c', 26, c_chart_first26"
    })
    void agreesOnTheFirstSamplesOfTheTextbook(String file, String options, int first, String name) {
        var lines = ReferenceData.lines("spc-textbook/" + file + ".csv").subList(0, first + 1);

        assertMontgomery(
                SpcRun.rows(files.text(String.join("\n", lines)), "--time sample --rules anhoej " + options), name);
    }

    private static void assertMontgomery(List<List<String>> rows, String name) {
        var expected = ReferenceData.table("spc-textbook/expected_" + name + ".csv");
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var answer = expected.get(i);
            assertClose(row.get(1), answer.number("y"));
            assertClose(row.get(2), answer.number("cl"));
            assertClose(row.get(3), answer.number("lcl"));
            assertClose(row.get(4), answer.number("ucl"));
            assertThat(row.get(5).endsWith("_limit"))
                    .as("%s", row)
                    .isEqualTo(answer.text("sigma.signal").equals("TRUE"));
        }
        assertThat(rows.stream()
                        .map(row -> row.get(5))
                        .anyMatch(rule -> rule.startsWith("run") || rule.startsWith("few")))
                .isEqualTo(expected.stream()
                        .anyMatch(row -> row.text("runs.signal").equals("TRUE")));
    }
}
