// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustmentJsonTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";

    private final GivenFiles files;

    AdjustmentJsonTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    private Path twelveHospitals() {
        var rows = IntStream.range(0, 360)
                .mapToObj(i -> "H%02d,%d,%d".formatted(i % 12, i * 7_919 % 11 < 3 ? 1 : 0, 40 + i * 31 % 47))
                .toList();
        return files.text("hospital,died,age\n" + String.join("\n", rows));
    }

    @Test
    void holdsTheFourPartsOfTheContract() {
        assertThat(answer(twelveHospitals(), DEATHS).json())
                .containsOnlyKeys("units", "model", "overdispersion", "hierarchical")
                .containsEntry("hierarchical", null);
    }

    @Test
    void givesUnitsTheNamesOfTheContract() {
        assertThat(answer(twelveHospitals(), DEATHS).units().get(0).names())
                .containsExactly(
                        "unit",
                        "n",
                        "observed",
                        "expected",
                        "ratio",
                        "ratio_low",
                        "ratio_high",
                        "adjusted_rate",
                        "z",
                        "z_adjusted",
                        "limit95_low",
                        "limit95_high",
                        "limit998_low",
                        "limit998_high",
                        "exact95_low",
                        "exact95_high",
                        "exact998_low",
                        "exact998_high",
                        "signal");
    }

    @Test
    void givesTheModelTheNamesOfTheContract() {
        var answer = answer(twelveHospitals(), DEATHS + " --case-mix age");

        assertThat(answer.model().names())
                .startsWith(
                        "family",
                        "link",
                        "coefficients",
                        "dispersion",
                        "c_statistic",
                        "rows_used",
                        "rows_missing",
                        "rows_capped")
                .contains("brier", "calibration_slope", "calibration_intercept", "calibration");
        assertThat(answer.coefficient("age").names())
                .containsExactly("name", "estimate", "standard_error", "low", "high");
    }

    @Test
    void givesOverdispersionTheNamesOfTheContract() {
        assertThat(answer(twelveHospitals(), DEATHS).overdispersion().names()).containsExactly("phi", "tau2", "units");
    }

    @Test
    void givesTheCStatisticOfACountAsNull() {
        var model = answer(twelveHospitals(), "--unit hospital --outcome age --kind count")
                .model();

        assertThat(model.number("c_statistic")).isNaN();
        assertThat(model.text("family")).isEqualTo("poisson");
        assertThat(model.text("link")).isEqualTo("log");
    }

    @Test
    void writesNumbersThatAreNoneAsNull() {
        var run = adjust(files.csv("hospital,died", "A,0", "B,0"), DEATHS + " --format json");

        assertThat(run.out()).contains("\"ratio\":null", "\"limit95_low\":null").doesNotContain("NaN", "Infinity");
        assertThat(run.answer().unitNames()).containsExactly("A", "B");
    }

    @Test
    void writesWholeNumbersWithoutPoint() {
        assertThat(adjust(twelveHospitals(), DEATHS + " --format json").out())
                .contains("{\"unit\":\"H00\",\"n\":30,\"observed\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "St. \"Jan\"",
                "back\\slash",
                "tab\there",
                "bell\u0007",
                "line\nend",
                "ziekenhuis \uD83C\uDFE5",
                "</script>",
                "line\u2028separator",
                "null.",
                "{}",
                "[1,2]"
            })
    void staysValidWhateverUnitsAreCalled(String name) {
        var quoted = '"' + name.replace("\"", "\"\"") + '"';

        var answer = answer(files.csv("hospital,died", quoted + ",1", "B,0"), DEATHS);

        assertThat(answer.unitNames()).contains(name);
    }

    @Test
    void isOneLine() {
        assertThat(adjust(twelveHospitals(), DEATHS + " --format json").out())
                .hasLineCount(1)
                .endsWith("}\n");
    }

    @Test
    void printsRemarksOnStandardErrorOnly() {
        var file = files.text("hospital,died\nZürich,0\nA,\nB,1\n", StandardCharsets.ISO_8859_1);

        var run = adjust(file, DEATHS + " --format json");

        assertThat(run.answer().unitNames()).containsExactly("B", "Zürich");
        assertThat(run.remarks())
                .contains("1 row without an outcome left out.", "The file is not UTF-8; it was read as Windows-1252.");
    }
}
