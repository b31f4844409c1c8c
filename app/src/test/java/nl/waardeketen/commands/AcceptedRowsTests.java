// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unusual but clear is read, and said where something is left out. */
class AcceptedRowsTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";
    private static final String FALLS = "--unit hospital --outcome falls --kind count";

    private final GivenFiles files;

    AcceptedRowsTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    @Test
    void readsTrueAndFalse() {
        var file = files.csv("hospital,died", "A,true", "A,FALSE", "A,True", "B,0", "B,1", "B, false ");

        var answer = answer(file, DEATHS);

        assertThat(answer.unit("A").number("observed")).isEqualTo(2);
        assertThat(answer.unit("B").number("observed")).isEqualTo(1);
    }

    @Test
    void readsNumbersHoweverTheyAreSpelled() {
        var answer = answer(files.csv("hospital;falls", "A;1e2", "A; 7 ", "A;+3", "B;2.0", "B;4.", "B;05"), FALLS);

        assertThat(answer.unit("A").number("observed")).isEqualTo(110);
        assertThat(answer.unit("B").number("observed")).isEqualTo(11);
    }

    @Test
    void readsDecimalCommas() {
        var answer =
                answer(files.csv("hospital;falls;days", "A;1;1,5", "B;2;2,5", "C;3;0,5"), FALLS + " --exposure days");

        assertThat(answer.unit("A").number("expected")).isCloseTo(6 / 4.5 * 1.5, within(1e-12));
    }

    @Test
    void leavesOutAndCountsMissingOutcomes() {
        var file = files.csv("hospital,died", "A,1", "A,", "A,NA", "B,nan", "B,0", "B,N/A", "B,.", "C,null", "C,\t");

        var run = adjust(file, DEATHS + " --format json");

        assertThat(run.answer().model().number("rows_used")).isEqualTo(2);
        assertThat(run.answer().model().number("rows_missing")).isEqualTo(7);
        assertThat(run.answer().unitNames()).containsExactly("A", "B");
        assertThat(run.remarks()).contains("7 rows without an outcome left out.");
    }

    @Test
    void leavesOutTrialsOfNone() {
        var run = adjust(files.csv("hospital,died,n", "A,1,5", "B,0,0", "C,2,4"), DEATHS + " --trials n --format json");

        assertThat(run.answer().unit("C").number("n")).isEqualTo(4);
        assertThat(run.remarks()).contains("1 row without any trial left out.");
    }

    @Test
    void leavesOutExposureOfNoneWithoutEvents() {
        var run = adjust(
                files.csv("hospital,falls,days", "A,1,5", "A,0,0", "B,2,4"), FALLS + " --exposure days --format json");

        assertThat(run.answer().unit("A").number("n")).isEqualTo(1);
        assertThat(run.remarks()).contains("1 row without any exposure left out.");
    }

    @Test
    void takesExpectedValuesAsTheyAre() {
        var file = files.csv("hospital,died,e", "A,1,0.25", "A,0,0.5", "B,1,0.125");

        var run = adjust(file, DEATHS + " --expected e --format json");

        assertThat(run.answer().unit("A").number("expected")).isEqualTo(0.75);
        assertThat(run.answer().unit("B").number("ratio")).isEqualTo(8);
        assertThat(run.answer().json()).containsEntry("model", null);
    }

    @Test
    void capsHighCountsAndTellsHowMany() {
        var file = files.csv("hospital,falls", "A,1", "A,2", "A,3", "B,4", "B,100");

        var run = adjust(file, FALLS + " --cap 0.75 --format json");

        assertThat(run.answer().model().number("rows_capped")).isEqualTo(1);
        assertThat(run.answer().unit("B").number("observed")).isEqualTo(8);
        assertThat(run.remarks()).contains("1 row above 4.000 pulled in to it.");
    }

    @Test
    void capsNothingAtTheHighestQuantile() {
        var answer = answer(files.csv("hospital,falls", "A,1", "B,100"), FALLS + " --cap 1");

        assertThat(answer.model().number("rows_capped")).isZero();
    }

    @Test
    void joinsUnitsThatDifferInBlanksOnly() {
        var answer = answer(files.csv("hospital,died", "A,1", " A,0", "\"A \",0", "a,1"), DEATHS);

        assertThat(answer.unitNames()).containsExactly("A", "a");
        assertThat(answer.unit("A").number("n")).isEqualTo(3);
    }

    @Test
    void keepsUnitsThatLookLikeNumbersApart() {
        var answer = answer(files.csv("hospital,died", "1,1", "01,0", "1.0,0", "1e0,1"), DEATHS);

        assertThat(answer.unitNames()).containsExactly("01", "1", "1.0", "1e0");
    }

    @Test
    void keepsUnitsThatHoldControlCharactersApart() {
        var answer = answer(files.csv("hospital,died", "A\u001fB,1", "A\u001fC,0", "A,0"), DEATHS);

        assertThat(answer.unitNames()).containsExactly("A", "A\u001fB", "A\u001fC");
    }
}
