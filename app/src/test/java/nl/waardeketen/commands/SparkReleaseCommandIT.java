// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.SparkProgramOfBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code release --engine spark}, from a delivery to the files of results. */
class SparkReleaseCommandIT {
    @TempDir
    private Path folder = Path.of("");

    private AdjustRun release(GivenStays stays, String out, String... more) {
        var home = TestHome.shared().path().toString();
        var arguments = new ArrayList<>(List.of(
                "release",
                stays.group(),
                "--period",
                "2026",
                "--home",
                home,
                "--out",
                folder.resolve(out).toString()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    @Test
    void writesTheSameResultsOnEitherEngine() {
        var libraries = SparkProgramOfBuild.libraries().toString();
        var stays = new GivenStays(folder);
        stays.deliver(GivenStays.file(80));

        var plain = release(stays, "plain");
        var spark = release(
                stays,
                "spark",
                "--engine",
                "spark",
                "--master",
                "local[2]",
                "--spark-lib",
                libraries,
                "--spark-set",
                "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1");

        assertThat(spark.exitCode()).as(spark.err()).isEqualTo(ExitCode.DONE);
        assertThat(spark.out()).contains("over 80 episodes");
        assertThat(plain.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("spark/results.csv")).hasSameTextualContentAs(folder.resolve("plain/results.csv"));
        assertThat(folder.resolve("spark/results.csv")).content().hasLineCount(1 + 2 * 2);
    }

    @Test
    void changesNothingWhereSparkDoesNotStart() {
        var stays = new GivenStays(folder);
        stays.deliver(GivenStays.file(20));

        var run = release(stays, "none", "--engine", "spark", "--spark-lib", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("Spark does not start on local[*]").doesNotContain("P-1000");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
