// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkStartTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void startsJavaWhereNoSparkIsInstalled() {
        var settings = Map.of("spark.driver.memory", "5g", "spark.driver.extraJavaOptions", "-Da=b -Dc=d");
        var command = new SparkStart("local[2]", folder, null, settings).command(folder);

        assertThat(command)
                .contains(
                        "-Xmx5g",
                        "-Da=b",
                        "-Dc=d",
                        "-Dspark.master=local[2]",
                        "-Dspark.driver.bindAddress=127.0.0.1",
                        folder + "/*")
                .endsWith("nl.waardeketen.spark.SparkProgram");
    }

    @Test
    void submitsToAnInstalledSpark() throws IOException {
        var jar = Files.createFile(folder.resolve("analytics-spark-1.jar"));
        var other = Files.createFile(folder.resolve("analytics-1.jar"));

        var command = new SparkStart("yarn", folder, Path.of("/opt/spark"), Map.of("spark.ui.enabled", "true"))
                .command(folder);

        assertThat(command)
                .startsWith("/opt/spark/bin/spark-submit", "--master", "yarn", "--deploy-mode", "client")
                .containsSequence("--conf", "spark.ui.enabled=true")
                .containsSequence("--jars", other.toString())
                .doesNotContain("spark.ui.enabled=false", "spark.driver.bindAddress=127.0.0.1")
                .endsWith(jar.toString());
    }

    @Test
    void saysWhatIsMissing() {
        var start = new SparkStart("yarn", folder, Path.of("/opt/spark"), Map.of());

        assertThatThrownBy(() -> start.command(folder))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("analytics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cluster", "http://x", "spark://a b", "-Dx=y"})
    void refusesWhatIsNoMaster(String master) {
        assertThatThrownBy(() -> new SparkStart(master, folder, null, Map.of()))
                .hasMessageContaining("no master of Spark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "executor.memory", "spark. x", "spark.", "java.home"})
    void refusesWhatIsNoSetting(String name) {
        assertThatThrownBy(() -> new SparkStart("local", folder, null, Map.of(name, "1")))
                .hasMessageContaining("no setting of Spark");
    }
}
