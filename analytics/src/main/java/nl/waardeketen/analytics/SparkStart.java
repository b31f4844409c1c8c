// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the Spark program is started.
 *
 * @param master {@code local[2]}, {@code spark://host:7077}, {@code yarn} …
 * @param libraries folder with the program and, unless there is a Spark home, all of Spark
 * @param sparkHome an installed Spark, whose {@code bin/spark-submit} and configuration are used
 * @param settings settings of Spark by name, such as {@code spark.executor.memory}
 */
public record SparkStart(
        String master, Path libraries, @Nullable Path sparkHome, Map<String, String> settings) {
    private static final String MEMORY = "spark.driver.memory";
    private static final String OPTIONS = "spark.driver.extraJavaOptions";
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    public SparkStart {
        settings = Map.copyOf(settings);
        settings.forEach((name, value) -> {
            if (!name.matches("spark\\.[A-Za-z0-9._-]+")) {
                throw new IllegalArgumentException("no setting of Spark: " + name);
            }
        });
        if (!master.matches("(local|spark:|yarn|k8s:)\\S*")) {
            throw new IllegalArgumentException("no master of Spark: " + master);
        }
    }

    boolean isLocal() {
        return master.startsWith("local");
    }

    /** The command that starts the program; its standard streams are a {@link QuestionPipe}. */
    List<String> command(Path scratch) {
        var command = new ArrayList<String>();
        if (sparkHome == null) {
            javaCommand(command, scratch);
        } else {
            submission(command, scratch, sparkHome);
        }
        return command;
    }

    private void javaCommand(List<String> command, Path scratch) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(opened());
        command.add("-Xmx" + settings.getOrDefault(MEMORY, "2g"));
        command.add("-XX:-UsePerfData");
        Stream.of(settings.getOrDefault(OPTIONS, "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        all(scratch).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dspark.master=" + master);
        command.add("-cp");
        command.add(libraries + File.separator + "*");
        command.add("nl.waardeketen.spark.SparkProgram");
    }

    /** What Spark needs of a Java that is newer than it. */
    static List<String> opened() {
        return OPENED.stream()
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .toList();
    }

    private void submission(List<String> command, Path scratch, Path home) {
        command.addAll(List.of(
                home.resolve("bin").resolve("spark-submit").toString(), "--master", master, "--deploy-mode", "client"));
        all(scratch).forEach((name, value) -> {
            command.add("--conf");
            command.add(name + "=" + value);
        });
        command.addAll(List.of("--jars", own("analytics-[0-9].*\\.jar").toString()));
        command.addAll(List.of("--class", "nl.waardeketen.spark.SparkProgram"));
        command.add(own("analytics-spark-[0-9].*\\.jar").toString());
    }

    /** What was asked for goes before what this machine needs. */
    private Map<String, String> all(Path scratch) {
        var all = new TreeMap<String, String>();
        all.put("spark.app.name", "waardeketen");
        all.put("spark.ui.enabled", "false");
        all.put(
                "spark.sql.warehouse.dir",
                scratch.resolve("spark-warehouse").toUri().toString());
        if (isLocal()) {
            all.put("spark.driver.host", "127.0.0.1");
            all.put("spark.driver.bindAddress", "127.0.0.1");
            all.put("spark.local.dir", scratch.resolve("spark").toString());
            all.put("spark.sql.shuffle.partitions", "8");
        }
        all.putAll(settings);
        return all;
    }

    private Path own(String name) {
        try (var files = Files.list(libraries)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(name))
                    .findFirst()
                    .orElseThrow(() -> new EngineUnavailable("there is no " + name + " in " + libraries));
        } catch (java.io.IOException e) {
            throw new EngineUnavailable("cannot be read: " + libraries);
        }
    }
}
