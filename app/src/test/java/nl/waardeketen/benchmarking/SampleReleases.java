// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.EngineOpening;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Releases of sample regions, from their deliveries and without a database. */
final class SampleReleases {
    static final Period REFERENCE = Period.parse("2023Q4..2026Q3").orElseThrow();

    private SampleReleases() {}

    /** A release of a region and what is true of it. */
    record Released(ReleaseComputation.Computed computed, JsonNode truth) {}

    static ReleaseComputation.Computed of(long seed) {
        return released(seed).computed();
    }

    static Released released(long seed) {
        return released(seed, DuckDbEngine::open);
    }

    static Released released(long seed, EngineOpening engine) {
        return released("hip-fracture", seed, engine);
    }

    static Released released(String group, long seed, EngineOpening engine) {
        try (var scratch = new Scratch()) {
            var region = scratch.folder().resolve("region");
            SampleRegion.write(region, new SampleSize(11, 12, 90, seed, "2026Q3", false));
            var set = KnownSets.bundled();
            var landed = new ArrayList<Path>();
            for (var folder : packages(region, group)) {
                landed.add(land(folder, set, scratch, landed.size()));
            }
            var outcomeSet = DeliverySources.read(packages(region, group).get(0), null, set)
                    .outcomeSet();
            var truth = JsonMapper.shared()
                    .readTree(Files.readString(region.resolve("truth.json")))
                    .path("groups")
                    .path(group);
            var computed = ReleaseComputation.compute(
                    outcomeSet, landed, REFERENCE, engine, scratch.folder(), ReleaseWatch.NOBODY);
            return new Released(computed, truth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path land(Path folder, KnownSets sets, Scratch scratch, int number) throws IOException {
        var source = DeliverySources.read(folder, null, sets);
        var file = scratch.folder().resolve("landed" + number + ".parquet");
        var key = "key".getBytes(StandardCharsets.UTF_8);
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(source.plan(), inner)) {
            checked.write(inner.folder(), inner.folder(), new PseudonymKeys(key, key));
            Files.move(inner.folder().resolve("episode/episode.parquet"), file);
        }
        return file;
    }

    private static List<Path> packages(Path region, String group) throws IOException {
        try (var folders = Files.list(region)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> folder.toString().contains("-" + group + "-"))
                    .sorted()
                    .toList();
        }
    }
}
