// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTests {
    private static final String SMALL = "--quarters 2 --episodes-per-quarter 20";

    private final Path folder;
    private final Path out;

    SampleCommandTests(@TempDir Path folder) {
        this.folder = folder;
        out = folder.resolve("region");
    }

    private AdjustRun sample(String options) {
        return command(Stream.concat(Stream.of("sample", "--out", out.toString()), Stream.of(options.split(" ")))
                .toArray(String[]::new));
    }

    private List<String> leftInFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Test
    void writesARegionAndNothingBesideIt() throws IOException {
        var run = sample(SMALL);

        assertThat(run.lines())
                .singleElement()
                .asString()
                .startsWith("Written: " + out)
                .endsWith(" episodes.");
        assertThat(run.err()).isEmpty();
        assertThat(leftInFolder()).containsExactly("region");
        assertThat(out.resolve("truth.json")).content().contains("\"seed\": 1,", "\"planted-errors\": []");
        assertThat(out.resolve("waterlinie-hip-fracture-2026Q2")).isDirectory();
    }

    @Test
    void takesASeedAndPlantsErrors() {
        assertThat(sample(SMALL + " --seed -7 --errors").exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(out.resolve("truth.json")).content().contains("\"seed\": -7,", "\"rule\": \"value.not-a-date\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 70, 99})
    void writesRegionsOfAnySize(int hospitals) throws IOException {
        sample("--quarters 1 --episodes-per-quarter 2 --hospitals " + hospitals);

        try (var deliveries = Files.list(out)) {
            assertThat(deliveries.filter(Files::isDirectory)).hasSize((int)
                    (Math.max(2, Math.round(hospitals * 6 / 11.0)) + Math.max(2, Math.round(hospitals * 7 / 11.0))));
        }
        assertThat(Files.readAllLines(out.resolve("organisations.csv")))
                .hasSize(hospitals + 1)
                .extracting(line -> line.split(",", -1)[0])
                .doesNotHaveDuplicates();
    }

    @Test
    void fillsAnEmptyFolder() throws IOException {
        Files.createDirectory(out);

        assertThat(sample(SMALL).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(out.resolve("organisations.csv")).exists();
    }

    @Test
    void makesTheFoldersAboveIt() {
        var deep = folder.resolve("a/b/c");

        assertThat(command("sample", "--out", deep.toString(), "--quarters", "1")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(deep.resolve("truth.json")).exists();
    }

    @Test
    void leavesAFolderThatHoldsSomethingAsItIs() throws IOException {
        Files.createDirectory(out);
        Files.writeString(out.resolve("mine.txt"), "mine");

        assertThat(sample(SMALL).usageError()).contains("is not empty; name a new folder");
        assertThat(leftInFolder()).containsExactly("region");
        assertThat(out).isDirectoryNotContaining("glob:**.json");
    }

    @Test
    void leavesAFileAsItIs() throws IOException {
        Files.writeString(out, "mine");

        assertThat(sample(SMALL).usageError()).contains("is a file; name a new folder");
        assertThat(out).hasContent("mine");
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Files.writeString(out, "mine");

        assertThat(command("sample", "--out", out.resolve("under").toString()).usageError())
                .contains("cannot write in " + out);
    }

    @ParameterizedTest
    @CsvSource({
        "--hospitals 1, 'hospitals must be 2 to 99, not 1'",
        "--hospitals 100, 'hospitals must be 2 to 99, not 100'",
        "--hospitals six, six",
        "--quarters 0, 'quarters must be 1 to 40, not 0'",
        "--quarters 41, 'quarters must be 1 to 40, not 41'",
        "--episodes-per-quarter 0, 'episodes per quarter must be 1 to 10000, not 0'",
        "--episodes-per-quarter 10001, 'episodes per quarter must be 1 to 10000, not 10001'",
        "--episodes-per-quarter 19 --errors, 'errors need at least 20 episodes per quarter, not 19'",
        "--seed many, many",
        "--sizes 3, --sizes"
    })
    void refusesBadOptions(String options, String reason) throws IOException {
        assertThat(sample(options).usageError()).contains(reason).endsWith("See: waardeketen sample --help\n");
        assertThat(leftInFolder()).isEmpty();
    }

    @Test
    void needsAFolder() {
        assertThat(command("sample").usageError()).contains("--out");
        assertThat(command("sample", "--out", "").usageError()).contains("--out takes the name of a new folder");
    }

    @Test
    void helpsWithAnExample() {
        var run = command("sample", "--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("Example", "waardeketen sample --out region", "Exit code")
                .contains("--hospitals", "--quarters", "--episodes-per-quarter", "--seed", "--errors");
    }
}
