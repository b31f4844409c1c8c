// SPDX-License-Identifier: Apache-2.0
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.analytics.Variable;

/** Checks activities, gives patients their pseudonyms and writes what lands. */
class CheckAndLand {
    private static Variable of(String code, Variable.Type type) {
        return new Variable(code, type, false, null, null, List.of());
    }

    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[0]).resolve("activity.csv");
        var variables = List.of(
                of("activity", Variable.Type.TEXT),
                of("started", Variable.Type.TIME),
                of("ended", Variable.Type.TIME),
                of("performer", Variable.Type.TEXT),
                of("resource", Variable.Type.TEXT),
                of("quantity", Variable.Type.NUMBER));
        var columns = variables.stream()
                .map(each -> new DeliveryPlan.Column(each, new DeliveryPlan.FromColumn(each.code()), Map.of()))
                .toList();
        var plan = DeliveryPlan.of(new TablePlan(
                new TableDefinition("activity", variables, List.of()),
                file,
                "activity.csv",
                null,
                new DeliveryPlan.Constant("A"),
                new DeliveryPlan.FromColumn("patient"),
                columns));
        var key = new byte[] {1, 2, 3};
        var seconds = new double[Integer.parseInt(arguments[1])];
        var processor = new double[seconds.length];
        long rows = 0;
        for (int turn = 0; turn < seconds.length; turn++) {
            long begun = System.nanoTime();
            long used = processorTime();
            try (var scratch = new Scratch();
                    var checked = CheckedDelivery.of(plan, scratch)) {
                rows = checked.report().rows();
                checked.write(Files.createDirectory(scratch.folder().resolve("landed")), scratch.folder(), new PseudonymKeys(key, key));
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
