// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjustmentCsvTests {
    private static final String CONTRACT =
            "unit,n,observed,expected,ratio,ratio_low,ratio_high,adjusted_rate,z,z_adjusted,"
                    + "limit95_low,limit95_high,limit998_low,limit998_high,"
                    + "exact95_low,exact95_high,exact998_low,exact998_high,signal";
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";

    private final GivenFiles files;

    AdjustmentCsvTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    private Path threeHospitals() {
        return files.csv("hospital,died", "C,1", "A,0", "B,1", "A,1", "B,0", "C,1", "C,0");
    }

    @Test
    void startsWithTheColumnsOfTheContract() {
        assertThat(csv(threeHospitals()).get(0)).isEqualTo(CONTRACT);
    }

    @Test
    void printsOneLinePerUnitSortedByCode() {
        assertThat(csv(files.csv("hospital,died", "b,1", "a,0", "B,1", "10,0", "9,1", "é,0")))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly("unit", "10", "9", "B", "a", "b", "é");
    }

    @Test
    void printsTheNumbersOfTheJson() {
        var columns = List.of(CONTRACT.split(",", -1));

        for (var line : csv(threeHospitals()).subList(1, 4)) {
            var values = List.of(line.split(",", -1));
            var unit = answer(threeHospitals(), DEATHS).unit(values.get(0));
            assertThat(values).hasSameSizeAs(columns);
            for (int i = 1; i < columns.size() - 1; i++) {
                assertThat(Double.parseDouble(values.get(i))).isEqualTo(unit.number(columns.get(i)));
            }
            assertThat(values.get(columns.size() - 1)).isEqualTo(unit.text("signal"));
        }
    }

    @Test
    void leavesNumbersThatAreNoneEmpty() {
        var lines = csv(files.csv("hospital,died", "A,0", "B,0"));

        assertThat(lines.get(1)).startsWith("A,1,0,0,,").endsWith(",too_few").doesNotContainIgnoringCase("nan");
    }

    @Test
    void quotesUnitsWhereNeeded() {
        var file = files.csv("hospital,died", "\"a,b\",1", "\"c\"\"d\",0", "\"e\nf\",0", "g h,1", "'i',0");

        assertThat(adjust(file, DEATHS + " --format csv").out())
                .contains("\n\"a,b\",1,", "\n\"c\"\"d\",1,", "\n\"e\nf\",1,", "\ng h,1,", "\n'i',1,");
    }

    @Test
    void canBeReadBack() {
        var first = adjust(
                files.csv("hospital,died", "\"a,b\",1", "\"c\"\"d\",0", "\"e\nf\",0", "g h,1"),
                DEATHS + " --format csv");

        var answer = answer(files.text(first.out()), "--unit unit --outcome observed --kind count");

        assertThat(answer.unitNames()).containsExactly("a,b", "c\"d", "e\nf", "g h");
    }

    @Test
    void printsRemarksOnStandardErrorOnly() {
        var run = adjust(files.csv("hospital,died", "A,0", "A,", "B,1"), DEATHS + " --format csv");

        assertThat(run.lines()).hasSize(3);
        assertThat(run.remarks()).contains("1 row without an outcome left out.");
    }

    private static List<String> csv(Path file) {
        return adjust(file, DEATHS + " --format csv").lines();
    }
}
