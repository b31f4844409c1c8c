// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/** Writes made-up files of activities, twenty a patient, and of the patients and episodes that belong to them. */
class Tables {
    private static final int EACH = 20;

    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[0]);
        var folder = Path.of(arguments[1]);
        var random = new SplittableRandom(1);
        var first = LocalDateTime.of(2024, 1, 1, 0, 0);
        try (var activity = open(folder, "activity", "activity,started,ended,performer,resource,quantity");
                var patient = open(folder, "patient", "sex,birth_year,death");
                var episode = open(folder, "episode", "admission,age,discharge")) {
            for (long row = 0; row < rows; row++) {
                var id = "P" + (100_000_000 + row / EACH);
                if (row % EACH == 0) {
                    var admission = first.plusMinutes(random.nextInt(1_440_000)).toLocalDate();
                    patient.write(id + "," + (1 + random.nextInt(2)) + "," + (1920 + random.nextInt(60)) + ","
                            + (random.nextInt(10) == 0 ? admission.plusDays(random.nextInt(400)) : "") + "\n");
                    episode.write(id + "," + admission + "," + (60 + random.nextInt(40)) + ","
                            + admission.plusDays(random.nextInt(20)) + "\n");
                }
                var started = first.plusMinutes(random.nextInt(1_440_000));
                var ended = random.nextInt(4) > 0 ? started.plusMinutes(random.nextInt(300)).toString() : "";
                activity.write(id + ",A" + (1_000 + random.nextInt(400)) + "," + started + "," + ended + ",D"
                        + random.nextInt(3_000) + ",R" + random.nextInt(200) + "," + (1 + random.nextInt(5))
                        + (random.nextInt(5) == 0 ? ".5" : "") + "\n");
            }
        }
    }

    private static BufferedWriter open(Path folder, String table, String columns) throws IOException {
        var writer = Files.newBufferedWriter(folder.resolve(table + ".csv"));
        writer.write("patient," + columns + "\n");
        return writer;
    }
}
