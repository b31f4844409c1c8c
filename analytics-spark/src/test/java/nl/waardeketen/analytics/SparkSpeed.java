// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures a release on both engines: {@code SparkSpeed EPISODES MASTER…}; run by {@code benchmarks/spark/run}. */
final class SparkSpeed {
    private SparkSpeed() {}

    public static void main(String[] arguments) throws IOException {
        long episodes = Long.parseLong(arguments[0]);
        try (var scratch = new Scratch();
                var reader = new ExpressionReader()) {
            var lake = MadeUpLake.write(scratch.folder(), episodes);
            System.out.printf("%d episodes, %d MB%n", episodes, size(lake) / 1_000_000);
            for (int i = 1; i < arguments.length; i++) {
                long start = System.nanoTime();
                try (var engine = open(arguments[i], lake, scratch.folder())) {
                    double started = seconds(start);
                    long asked = System.nanoTime();
                    double before = processorSeconds();
                    ComparedFacts.askAll(engine, lake, reader);
                    System.out.printf(
                            "%s: start %.1f s, release %.1f s, of processors %.1f s%n",
                            arguments[i], started, seconds(asked), processorSeconds() - before);
                }
            }
        }
    }

    private static Engine open(String master, List<Path> lake, Path scratch) {
        return master.equals("duckdb")
                ? DuckDbEngine.open(lake, scratch)
                : SparkEngine.open(
                        new SparkStart(master, Sparks.LIBRARIES, null, Map.of("spark.driver.memory", "4g")), scratch);
    }

    /** Of this process and the one it started; unlike time that passes, it does not depend on what else the machine does. */
    private static double processorSeconds() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .mapToDouble(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (var file : files) {
            size += Files.size(file);
        }
        return size;
    }
}
