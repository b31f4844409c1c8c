// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.adjust;
import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong about the command itself is said in a sentence, before any file is read. */
class WrongUsageTests {
    private static final String DEATHS = "--unit hospital --outcome died --kind proportion ";
    private static final String FALLS = "--unit hospital --outcome falls --kind count ";

    private final Path folder;
    private final Path file;

    WrongUsageTests(@TempDir Path folder) {
        this.folder = folder;
        file = new GivenFiles(folder).csv("hospital,died,falls,age,n", "A,1,3,70,5", "B,0,1,60,5");
    }

    @Test
    void showsUsageWithoutArguments() {
        assertThat(command().usageError()).contains("Usage: waardeketen", "adjust", "--help");
    }

    @Test
    void namesUnknownCommands() {
        assertThat(command("adjusst").usageError()).contains("adjusst");
    }

    @Test
    void namesUnknownOptions() {
        assertThat(adjust(file, DEATHS + "--casemix age").usageError()).contains("--casemix");
    }

    @ParameterizedTest
    @CsvSource({
        "--outcome died --kind proportion, --unit",
        "--unit hospital --kind proportion, --outcome",
        "--unit hospital --outcome died, --kind"
    })
    void namesMissingOptions(String options, String missing) {
        assertThat(adjust(file, options).usageError()).contains(missing);
    }

    @Test
    void namesEveryMissingArgumentAtOnce() {
        assertThat(command("adjust").usageError()).contains("--unit", "--outcome", "--kind", "FILE");
    }

    @Test
    void listsTheKindsInsteadOfAnUnknownOne() {
        assertThat(adjust(file, "--unit hospital --outcome died --kind foo").usageError())
                .contains("foo")
                .containsIgnoringCase("proportion")
                .containsIgnoringCase("count");
    }

    @ParameterizedTest
    @CsvSource({
        "--nodes 5, goes with --hierarchical",
        "--hierarchical --nodes 0, 1 to 100",
        "--hierarchical --nodes 101, 1 to 100",
        "--hierarchical --nodes x, --nodes",
        "--coefficients nowhere.csv, nowhere.csv"
    })
    void refusesModelOptionsThatSayNothing(String options, String told) {
        assertThat(adjust(file, DEATHS + options).usageError()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEATHS, FALLS})
    void refusesTheBootstrapOfWhatIsNoAmount(String command) {
        assertThat(adjust(file, command + "--interval bootstrap").usageError())
                .contains("--interval bootstrap goes with --kind duration or cost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--trials n", "--transform arcsine", "--cap 2", "--cap 0", "--cap most"})
    void refusesWhatDoesNotGoWithAnAmount(String options) {
        assertThat(adjust(file, "--unit hospital --outcome falls --kind cost " + options)
                        .usageError())
                .contains(firstWord(options));
        assertThat(adjust(file, "--unit hospital --outcome falls --kind duration " + options)
                        .usageError())
                .contains(firstWord(options));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--trials n", "--transform arcsine", "--cap 2", "--cap 0", "--cap -1", "--cap most", "--cap NaN"
            })
    void refusesWhatDoesNotGoWithACount(String options) {
        assertThat(adjust(file, FALLS + options).usageError()).contains(firstWord(options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--exposure n", "--cap 0.9"})
    void refusesWhatDoesNotGoWithAProportion(String options) {
        assertThat(adjust(file, DEATHS + options).usageError()).contains(firstWord(options));
    }

    @Test
    void refusesArcsineWithCaseMix() {
        assertThat(adjust(file, DEATHS + "--case-mix age --transform arcsine").usageError())
                .contains("--transform arcsine", "case mix");
    }

    @Test
    void refusesExpectedValuesWithCaseMix() {
        assertThat(adjust(file, DEATHS + "--expected n --case-mix age").usageError())
                .contains("--expected", "--case-mix");
    }

    @Test
    void refusesExpectedValuesWithExposure() {
        assertThat(adjust(file, FALLS + "--expected n --exposure age").usageError())
                .contains("--expected", "--exposure");
    }

    @Test
    void refusesWinsorisingTogetherWithTruncating() {
        assertThat(adjust(file, DEATHS + "--winsorise 0.1 --truncate 0.1").usageError())
                .contains("--winsorise", "--truncate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--winsorise 0.5", "--truncate 0.5", "--winsorise -0.1", "--winsorise NaN", "--truncate ten"})
    void refusesSharesThatLeaveNothing(String options) {
        assertThat(adjust(file, DEATHS + options).usageError()).contains(firstWord(options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--round-expected -1", "--round-expected 16", "--round-expected two"})
    void refusesDecimalsThatAreNone(String options) {
        assertThat(adjust(file, DEATHS + options).usageError()).contains("--round-expected");
    }

    @Test
    void listsTheFormatsInsteadOfAnUnknownOne() {
        assertThat(adjust(file, DEATHS + "--format xml").usageError())
                .contains("xml")
                .containsIgnoringCase("json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--case-mix age,age", "--case-mix age,age:factor", "--case-mix died", "--expected hospital"})
    void refusesColumnsWithTwoUses(String options) {
        assertThat(adjust(file, DEATHS + options).usageError()).contains("is named twice");
    }

    @Test
    void refusesEmptyColumnNames() {
        assertThat(adjust(file, DEATHS + "--case-mix age,,n").usageError()).contains("a column name is empty");
    }

    @Test
    void namesFilesThatDoNotExist() {
        assertThat(adjust(folder.resolve("nowhere.csv"), DEATHS).usageError()).contains("nowhere.csv does not exist");
    }

    @Test
    void takesArgumentsAsTheyAre() {
        assertThat(command("adjust", "@" + file, "--unit", "hospital", "--outcome", "died", "--kind", "count")
                        .usageError())
                .contains("@" + file);
    }

    @Test
    void refusesFolders() {
        assertThat(adjust(folder, DEATHS).usageError()).contains(folder + " is not a file that can be read");
    }

    @Test
    void pointsToTheHelp() {
        assertThat(adjust(file, "--kind foo").usageError()).endsWith("See: waardeketen adjust --help\n");
    }

    @Test
    void helpsWithAnExample() {
        var run = command("adjust", "--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Example", "waardeketen adjust stays.csv", "--case-mix");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpNamesEveryOptionOfTheContract() {
        assertThat(command("adjust", "--help").out())
                .contains("--unit", "--outcome", "--kind", "--case-mix", "--trials", "--exposure", "--expected")
                .contains("--dispersion", "--transform", "--winsorise", "--truncate", "--cap", "--round-expected")
                .contains("--interval", "--hierarchical", "--nodes", "--format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "adjust --version"})
    void tellsTheVersion(String arguments) {
        var run = command(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("waardeketen ");
    }

    private static String firstWord(String options) {
        return options.substring(0, options.indexOf(' '));
    }
}
