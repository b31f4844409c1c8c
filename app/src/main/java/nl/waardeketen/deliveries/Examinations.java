// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.DeliveryJudgement;
import nl.waardeketen.analytics.LakeDifference;
import nl.waardeketen.analytics.LakeOverlap;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.deliveries.Examined.Overlap;
import nl.waardeketen.home.Acting;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.springframework.stereotype.Service;

/** Looks at deliveries the way {@link Deliveries} does, and lets nothing land. */
@Service
public class Examinations {
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9_]*)\":");

    private final Lake lake;
    private final RegionKeys keys;
    private final DeliveredQuality quality;
    private final Deliveries deliveries;
    private final Organisations organisations;
    private final Thresholds thresholds;
    private final EarlierDelivery earlier;

    Examinations(
            Lake lake,
            RegionKeys keys,
            DeliveredQuality quality,
            Deliveries deliveries,
            Organisations organisations,
            Thresholds thresholds,
            EarlierDelivery earlier) {
        this.lake = lake;
        this.keys = keys;
        this.quality = quality;
        this.deliveries = deliveries;
        this.organisations = organisations;
        this.thresholds = thresholds;
        this.earlier = earlier;
    }

    /**
     * Checks a delivery and compares it with what has landed.
     *
     * @param kept folder for the rows that would go to quarantine, with pseudonyms
     * @throws nl.waardeketen.analytics.InvalidInput when a file cannot be read, or lacks a column
     */
    public Examined examine(DeliverySource given, Path kept) throws IOException {
        var held = thresholds.held(given);
        var source = held.source();
        try (var scratch = lake.scratch();
                var checked = CheckedDelivery.of(source.plan(), scratch)) {
            var report = checked.report().noting(held.notes());
            var problems = new ArrayList<>(report.problems());
            problems.addAll(Acceptance.blocking(source, report, known()));
            // An identifier in a wrong place is not written anywhere again.
            if (problems.stream().anyMatch(problem -> problem.rule().startsWith("identifier."))) {
                return new Examined(report, problems, Map.of(), List.of(), List.of());
            }
            var episodes = write(source, checked, scratch, kept);
            if (!Files.exists(episodes) || sound(report) == 0) {
                return new Examined(report, problems, Map.of(), List.of(), List.of());
            }
            var delays = quality.delays(source, episodes, scratch);
            var compared = earlier.beside(source, report.tables(), episodes, scratch);
            var beside = source.plan().thresholds().stream()
                    .filter(threshold -> threshold.measure().isBesideOthers())
                    .toList();
            problems.addAll(new DeliveryJudgement(report.tables(), List.of(), compared, delays).problems(beside));
            return new Examined(report, problems, delays, compared, overlaps(source, episodes, scratch));
        }
    }

    private static long sound(CheckReport report) {
        return report.rows() - report.quarantined();
    }

    private Set<String> known() {
        return Acting.as(new Acting(Organisations.HUB, "examination"), organisations::all).stream()
                .map(Organisation::code)
                .collect(Collectors.toSet());
    }

    private Path write(DeliverySource source, CheckedDelivery checked, Scratch scratch, Path kept) throws IOException {
        var landed = Files.createDirectory(scratch.folder().resolve("examined"));
        var quarantined = Files.createDirectory(scratch.folder().resolve("kept"));
        var current = keys.current(source.outcomeSet().code(), source.plan().patients());
        checked.write(landed, quarantined, current.keys());
        try (var files = Files.list(quarantined)) {
            for (var file : files.toList()) {
                Files.move(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return landed.resolve("episode").resolve("episode.parquet");
    }

    private List<Overlap> overlaps(DeliverySource source, Path episodes, Scratch scratch) {
        var overlaps = new ArrayList<Overlap>();
        long ofOthers = 0;
        for (var landed : deliveries.all(source.outcomeSet().code())) {
            var table = landed.episodes();
            if (table.isEmpty()) {
                continue;
            }
            var file = lake.file(table.get());
            long shared = LakeOverlap.count(episodes, List.of(file), source.periodDates(), scratch);
            if (shared > 0 && landed.organisation().equals(source.sender())) {
                var known = compared(source, table.get());
                var difference = LakeDifference.of(episodes, file, source.periodDates(), known, scratch);
                var effects = IndicatorEffect.between(source.outcomeSet(), file, episodes, known, scratch);
                overlaps.add(new Overlap(landed.id(), shared, difference, effects));
            } else {
                ofOthers += shared;
            }
        }
        if (ofOthers > 0) {
            overlaps.add(new Overlap(null, ofOthers, null, List.of()));
        }
        return overlaps;
    }

    private static List<String> compared(DeliverySource source, DeliveryFile landed) {
        var then = KEY.matcher(landed.schema())
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toSet());
        return source.plan()
                .table("episode")
                .flatMap(table -> table.variables().stream())
                .map(variable -> variable.code())
                .filter(then::contains)
                .toList();
    }

    /** What keeps a delivery of the pages from landing although its rows are sound. */
    public static Problem blocking(String rule, String value, String text, String remedy) {
        return new Problem("", 0, "", value, rule, text, remedy);
    }
}
