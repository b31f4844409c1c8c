// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineOptionsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--master local[2]; go with --engine spark",
                "--spark-set spark.x=1; go with --engine spark",
                "--engine duckdb --spark-lib .; go with --engine spark",
                "--engine hadoop; duckdb, spark",
                "--engine spark --spark-lib nowhere; ./mvnw -pl analytics-spark -am -DskipTests package",
                "--engine spark --spark-lib . --master cluster; no master of Spark: cluster",
                "--engine spark --spark-lib . --spark-set memory=1g; no setting of Spark: memory"
            })
    void saysWhatToDo(String options, String words, @TempDir Path home) {
        var arguments = new ArrayList<>(List.of("release", "group", "--period", "2026", "--home", home.toString()));
        arguments.addAll(List.of(options.split(" ", -1)));

        var run = command(arguments.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains(words);
    }
}
