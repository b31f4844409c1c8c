// SPDX-License-Identifier: Apache-2.0
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seconds by the clock, processor seconds and the largest memory (MB) of this process from some moment on. */
class Used {
    private final long begun = System.nanoTime();
    private final long processor = processorTime();

    void print() throws Exception {
        System.out.printf("%.2f %.2f %d%n", (System.nanoTime() - begun) / 1e9, (processorTime() - processor) / 1e9, peak());
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long peak() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
