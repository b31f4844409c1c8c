// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/** Writes a made-up file of activities, twenty a patient. */
class Activities {
    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[0]);
        var random = new SplittableRandom(1);
        var first = LocalDateTime.of(2024, 1, 1, 0, 0);
        try (var out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            out.write("patient,activity,started,ended,performer,resource,quantity\n");
            for (long row = 0; row < rows; row++) {
                var started = first.plusMinutes(random.nextInt(1_440_000));
                var ended = random.nextInt(4) > 0 ? started.plusMinutes(random.nextInt(300)).toString() : "";
                out.write("P" + (100_000_000 + row / 20) + ",A" + (1_000 + random.nextInt(400)) + "," + started + ","
                        + ended + ",D" + random.nextInt(3_000) + ",R" + random.nextInt(200) + ","
                        + (1 + random.nextInt(5)) + (random.nextInt(5) == 0 ? ".5" : "") + "\n");
            }
        }
    }
}
