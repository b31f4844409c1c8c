// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.EngineOpening;
import nl.waardeketen.analytics.SparkEngine;
import nl.waardeketen.analytics.SparkStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** On which engine a release is computed. */
final class EngineOptions {
    private static final Path LIBRARIES = Path.of("analytics-spark", "target", "lib");
    private static final String BUILD = "./mvnw -pl analytics-spark -am -DskipTests package";

    /** The engines there are. */
    enum Kind {
        duckdb,
        spark
    }

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "duckdb, within this process, or spark; figures are the same. Default duckdb.")
    private Kind engine = Kind.duckdb;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Where Spark runs: local[2], spark://host:7077, yarn … Default local[*].")
    private @Nullable String master;

    @Option(
            names = "--spark-set",
            paramLabel = "NAME=VALUE",
            description = "A setting of Spark, such as spark.executor.memory=8g; may be repeated.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--spark-lib",
            paramLabel = "DIR",
            description = "Folder with the Spark program. Default analytics-spark/target/lib of the sources.")
    private @Nullable String libraries;

    /** How the engine is opened; Spark as it is installed in {@code SPARK_HOME}, else as this project was built with it. */
    EngineOpening opening(CommandLine line) {
        if (engine == Kind.duckdb) {
            if (master != null || libraries != null || !settings.isEmpty()) {
                throw new ParameterException(line, "--master, --spark-set and --spark-lib go with --engine spark");
            }
            return DuckDbEngine::open;
        }
        var start = start(line);
        return (readable, scratch) -> SparkEngine.open(start, scratch);
    }

    private SparkStart start(CommandLine line) {
        var folder = libraries == null
                ? Path.of(System.getProperty("waardeketen.root", "")).resolve(LIBRARIES)
                : Paths.of(libraries, line.getCommandSpec());
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(line, "the Spark program is not in " + folder + "; build it with: " + BUILD);
        }
        try {
            return new SparkStart(
                    master == null ? "local[*]" : master, folder.toAbsolutePath(), sparkHome(line), settings);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Path sparkHome(CommandLine line) {
        var home = System.getenv("SPARK_HOME");
        if (home == null || home.isBlank()) {
            return null;
        }
        var path = Paths.of(home, line.getCommandSpec());
        if (!Files.isExecutable(path.resolve("bin").resolve("spark-submit"))) {
            throw new ParameterException(line, "SPARK_HOME is " + home + ", which holds no bin/spark-submit");
        }
        return path;
    }
}
