// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The Spark program as the module before this one packaged it. Where it is not, tests that need it are skipped; in CI they fail. */
public final class SparkProgramOfBuild {
    private static final Path LIBRARIES =
            Path.of("../analytics-spark/target/lib").toAbsolutePath().normalize();

    /** Without the optimising compiler, which takes more than it gives to a program of a minute. */
    public static final Map<String, String> SHORT_LIVED =
            Map.of("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    private SparkProgramOfBuild() {}

    public static Path libraries() {
        if (System.getenv("CI") == null) {
            assumeTrue(
                    Files.isDirectory(LIBRARIES),
                    "no Spark program; ./mvnw -pl analytics-spark -am -DskipTests package makes it");
        }
        return LIBRARIES;
    }
}
