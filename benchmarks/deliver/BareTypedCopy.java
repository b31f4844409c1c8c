// SPDX-License-Identifier: Apache-2.0
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;

/** The peer: the engine alone copies activities from CSV to Parquet, with the types it is told and no checks. */
class BareTypedCopy {
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var seconds = new double[Integer.parseInt(arguments[1])];
        var processor = new double[seconds.length];
        long rows;
        try (var lines = Files.lines(folder.resolve("activity.csv"))) {
            rows = lines.count() - 1;
        }
        for (int turn = 0; turn < seconds.length; turn++) {
            long begun = System.nanoTime();
            long used = processorTime();
            try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = connection.createStatement()) {
                statement.execute("SET memory_limit = '2GB'");
                statement.execute("COPY (SELECT * FROM read_csv('" + folder + "/activity.csv', header = true, columns = {"
                        + "patient: 'VARCHAR', activity: 'VARCHAR', started: 'TIMESTAMP', ended: 'TIMESTAMP', performer:"
                        + " 'VARCHAR', resource: 'VARCHAR', quantity: 'DOUBLE'})) TO '" + folder
                        + "/bare.parquet' (FORMAT parquet, COMPRESSION zstd)");
            }
            seconds[turn] = (System.nanoTime() - begun) / 1e9;
            processor[turn] = (processorTime() - used) / 1e9;
        }
        Arrays.sort(seconds);
        Arrays.sort(processor);
        System.out.printf("%.0f | %.1f | %s%n", rows / seconds[seconds.length / 2], processor[seconds.length / 2], peak());
    }

    static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static long peak() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
