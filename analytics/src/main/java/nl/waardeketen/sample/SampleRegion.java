// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A made-up region with deliveries of hip fracture and colorectal cancer, for trying out and for holding comparisons to a known truth.
 *
 * <p>Patients differ between hospitals as they do in life; outcomes are drawn from models of the case mix, in which
 * a few hospitals truly do otherwise, and one of them improves half-way. All else that seems to differ is chance. {@code truth.json} tells what is true. The same size and seed give the same bytes on every machine.
 *
 * <p>Limits of use: nobody in it exists, and nothing about care can be learned from it.
 */
public final class SampleRegion {
    private SampleRegion() {}

    /**
     * Writes {@code organisations.csv}, {@code truth.json} and two deliveries per hospital and patient group, the history
     * and the last quarter, into a folder that is made when it does not exist.
     *
     * @return number of episodes
     */
    public static long write(Path folder, SampleSize size) throws IOException {
        var region = Region.draw(size);
        var planted = new ArrayList<Map<String, Object>>();
        Files.createDirectories(folder);
        for (var group : region.groups()) {
            for (var delivery : group.history()) {
                delivery.write(folder, PlantedErrors.NONE);
            }
            planted.addAll(writeLatest(folder, group.latest(), size.plantedErrors()));
        }
        Files.writeString(folder.resolve("organisations.csv"), organisations(region.hospitals()));
        Files.writeString(folder.resolve("truth.json"), new Truth(region, planted).json());
        return region.count();
    }

    /** Gives the errors in the largest of them. */
    private static List<Map<String, Object>> writeLatest(
            Path folder, List<? extends Delivery<?>> deliveries, boolean withErrors) throws IOException {
        var largest = deliveries.stream()
                .max(Comparator.comparingInt(delivery -> delivery.episodes().size()))
                .orElseThrow();
        var planted = withErrors ? PlantedErrors.in(largest) : PlantedErrors.NONE;
        for (var delivery : deliveries) {
            delivery.write(folder, delivery.folder().equals(largest.folder()) ? planted : PlantedErrors.NONE);
        }
        return planted.listed();
    }

    private static String organisations(Hospitals hospitals) {
        var lines = new ArrayList<String>();
        lines.add("organisation,name,kind,place");
        hospitals
                .all()
                .forEach(hospital ->
                        lines.add(hospital.code() + "," + hospital.name() + ",hospital," + hospital.place()));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
