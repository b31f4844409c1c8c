// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that the file lacks, or has twice. */
class RefusedColumnsTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion";

    private final GivenFiles files;

    RefusedColumnsTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    @Test
    void suggestsTheNearestName() {
        var run = adjust(files.csv("Hosptal,died,age", "A,1,50"), DEATHS);

        assertThat(run.problems()).containsExactly("input.csv hospital [column.missing]");
        assertThat(run.err()).contains("there is no column hospital", "did you mean Hosptal?");
    }

    @Test
    void listsTheFormsInsteadOfAnUnknownOne() {
        var run = adjust(files.csv("hospital,died,age", "A,1,50"), DEATHS + " --case-mix age:cubic");

        assertThat(run.problems()).containsExactly("input.csv age:cubic [column.missing]");
        assertThat(run.err()).contains("factor, quadratic or spline");
    }

    @Test
    void readsColumnNamesWithCommas() {
        var file = files.csv(
                "hospital,died,\"age, in years\",sex", "A,1,50,m", "A,0,60,f", "B,0,55,m", "B,1,70,f", "B,0,71,m");

        var run = AdjustRun.command(
                "adjust",
                file.toString(),
                "--unit",
                "hospital",
                "--outcome",
                "died",
                "--kind",
                "proportion",
                "--case-mix",
                "\"age, in years\",sex",
                "--format",
                "json");

        assertThat(run.answer().coefficient("age, in years").number("estimate")).isFinite();
        assertThat(run.answer().coefficient("sex=m").number("estimate")).isFinite();
    }

    @Test
    void listsTheColumnsThereAre() {
        var run = adjust(files.csv("ziekenhuis,died", "A,1"), DEATHS);

        assertThat(run.err()).contains("the file has ziekenhuis, died").doesNotContain("did you mean");
    }

    @Test
    void namesEveryMissingColumnAtOnce() {
        var run = adjust(files.csv("ziekenhuis,overleden", "A,1"), DEATHS + " --case-mix age,sex");

        assertThat(run.problems())
                .containsExactly(
                        "input.csv age [column.missing]",
                        "input.csv died [column.missing]",
                        "input.csv hospital [column.missing]",
                        "input.csv sex [column.missing]");
    }

    @Test
    void listsColumnsOfOtherSeparatorsOneByOne() {
        var run = adjust(files.csv("Naam van het ziekenhuis;Overleden", "A;1"), DEATHS);

        assertThat(run.err()).contains("the file has Naam van het ziekenhuis, Overleden");
    }

    @Test
    void listsOnlyTheFirstOfManyColumns() {
        var many = IntStream.range(0, 2_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        var run = adjust(files.csv(many, many), DEATHS);

        assertThat(run.err()).contains("the file has c0, c1,", "and 1988 more").doesNotContain("c12,");
    }

    @Test
    void refusesColumnsThatTheFileHasTwice() {
        var run = adjust(files.csv("", "hospital,died,died", "A,1,0"), DEATHS);

        assertThat(run.problems()).containsExactly("input.csv:2 died [column.twice]");
    }

    @Test
    void acceptsDoubleColumnsItDoesNotUse() {
        var run = adjust(files.csv("hospital,x,died,x,,", "A,1,0,1,,", "B,1,1,1,,"), DEATHS);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void readsTwoOfTwoThousandColumns() {
        var header = IntStream.range(0, 2_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        var values = IntStream.range(0, 2_000).mapToObj(i -> "" + i % 7).collect(Collectors.joining(","));

        var run = adjust(files.csv("hospital," + header + ",died", "A," + values + ",1", "B," + values + ",0"), DEATHS);

        assertThat(run.lines()).anyMatch(line -> line.startsWith("A ")).anyMatch(line -> line.startsWith("B "));
    }

    @Test
    void readsNamesThatEngineOrModelMightMisread() {
        var file = files.csv(
                "unit,x1,select,\"a \"\"b\"\"\",no_text,outcome", "A,1,0,5,x,1", "B,2,1,6,y,0", "A,4,1,5,y,1");

        var answer = adjust(file, "--unit x1 --outcome select --kind proportion --format json");

        assertThat(answer.answer().unitNames()).containsExactly("1", "2", "4");
    }
}
