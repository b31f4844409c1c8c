// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjustmentTextTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";
    private static final int WIDTH = 100;

    private final GivenFiles files;

    AdjustmentTextTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    /** Hospitals of one size, of which the first has the event three times as often. */
    private Path hospitals(int count, String name) {
        var rows = IntStream.range(0, count * 300)
                .mapToObj(i -> "%s %02d,%d,%d"
                        .formatted(name, i % count, i / count < (i % count == 0 ? 90 : 30) ? 1 : 0, 40 + i * 31 % 47))
                .toList();
        return files.text("hospital,died,age\n" + String.join("\n", rows));
    }

    @Test
    void fitsAHundredColumns() {
        assumeTrue(System.getenv("COLUMNS") == null, "the terminal has a width of its own");

        assertThat(adjust(hospitals(12, "Clinic"), DEATHS + " --case-mix age").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    }

    @Test
    void fitsAHundredColumnsWithLongNames() {
        assumeTrue(System.getenv("COLUMNS") == null, "the terminal has a width of its own");
        var name = "University hospital of the northern provinces \uD83C\uDFE5";

        assertThat(adjust(hospitals(12, name), DEATHS).lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(WIDTH));
    }

    @Test
    void fitsAHundredColumnsWithoutAnythingToCompare() {
        assumeTrue(System.getenv("COLUMNS") == null, "the terminal has a width of its own");

        assertThat(adjust(files.csv("hospital,died", "A,0", "B,0"), DEATHS).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    }

    @Test
    void beginsWithTheAnswer() {
        assertThat(adjust(hospitals(12, "Clinic"), DEATHS).lines().subList(0, 3))
                .anyMatch(line -> line.startsWith("1 of 12 judged units stand out at 99.8 %"));
    }

    @Test
    void saysWhichUnitStandsOut() {
        assertThat(adjust(hospitals(12, "Clinic"), DEATHS).lines())
                .filteredOn(line -> line.contains("stands out, higher"))
                .singleElement()
                .asString()
                .startsWith("Clinic 00");
    }

    @Test
    void namesWhatWasAdjustedFor() {
        assertThat(text(hospitals(12, "Clinic"), "--case-mix age")).contains("adjusted for age");
        assertThat(text(hospitals(12, "Clinic"))).contains("no case mix");
    }

    @Test
    void countsInPlainWords() {
        assertThat(text(files.csv("hospital,died", "A,0"))).contains("1 unit, 1 row,");
        assertThat(text(hospitals(12, "Clinic"))).contains("12 units, 3,600 rows,");
    }

    @Test
    void saysWhatWasLeftOut() {
        assertThat(text(files.csv("hospital,died", "A,0", "A,", "B,1")))
                .contains("Note: 1 row without an outcome left out.");
    }

    @Test
    void saysThatThereIsNoRanking() {
        assertThat(text(hospitals(12, "Clinic"))).contains("there is no ranking");
    }

    @Test
    void printsNothingOnStandardError() {
        assertThat(adjust(hospitals(12, "Clinic"), DEATHS).remarks()).isEmpty();
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        var file = files.csv("hospital,died", "\"A\u001B[31m\nB\",1", "C,0");

        assertThat(text(file)).doesNotContain("\u001B");
    }

    @Test
    void doesNotDependOnTheLanguageOfTheMachine() {
        var usual = Locale.getDefault();
        var file = hospitals(12, "Clinic");
        var english = text(file);
        try {
            for (var language : List.of("nl-NL", "ar-EG", "tr-TR", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(text(file)).as(language).isEqualTo(english);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String text(Path file) {
        return text(file, "--format text");
    }

    private static String text(Path file, String options) {
        var run = adjust(file, DEATHS + " " + options);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        return run.out();
    }
}
