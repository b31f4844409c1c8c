// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.EngineOpening;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.deliveries.Objections;
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.GroupLock;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.home.HomeUse;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases of the benchmark: computed once, never changed, read by those who may. */
@Service
public class Benchmarking {
    private final HomeFolder home;
    private final HomeUse use;
    private final Clock clock;
    private final OutcomeSets outcomeSets;
    private final Deliveries deliveries;
    private final Objections objections;
    private final ReleaseRecords records;
    private final Changes changes;
    private final GroupLock groupLock;
    private final TransactionTemplate transaction;

    Benchmarking(
            HomeFolder home,
            HomeUse use,
            Clock clock,
            OutcomeSets outcomeSets,
            Deliveries deliveries,
            Objections objections,
            ReleaseRecords records,
            Changes changes,
            GroupLock groupLock,
            PlatformTransactionManager transactions) {
        this.home = home;
        this.use = use;
        this.clock = clock;
        this.outcomeSets = outcomeSets;
        this.deliveries = deliveries;
        this.objections = objections;
        this.records = records;
        this.changes = changes;
        this.groupLock = groupLock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A release that was just computed, with the number of its results.
     *
     * @param zeros what the hub has to ask organisations about
     */
    public record Published(Release release, long results, List<ZeroValues> zeros) {
        public Published {
            zeros = List.copyOf(zeros);
        }
    }

    /**
     * Computes a release of all that was delivered for a patient group, and publishes it whole or not at all.
     *
     * @param out folder for the hub's working files, or {@code null} for none
     * @param opening the engine, which changes no figure
     * @param watch told of every step
     * @throws Refused {@code release.nothing-delivered} when there is no delivery, {@code release.empty} when none of the
     *     episodes belongs to the period, {@code release.overtaken} when another release was published meanwhile
     */
    public Published release(
            String group, Period reference, @Nullable Path out, EngineOpening opening, ReleaseWatch watch) {
        var set = outcomeSets.newest(group);
        var delivered = deliveries.all(group);
        if (delivered.isEmpty()) {
            throw new Refused("release.nothing-delivered", group);
        }
        var previous = Optional.ofNullable(transaction.execute(status -> records.latest(group)))
                .flatMap(found -> found);
        try (var scratch = Scratch.inside(home.staging())) {
            watch.reached(ReleaseWatch.Step.FACTS, 0, 1);
            var permitted = objections.permitted(delivered, scratch);
            var files = permitted.files();
            var computed = ReleaseComputation.compute(set, files, reference, opening, scratch.folder(), watch);
            if (computed.results().isEmpty()) {
                throw new Refused("release.empty", group, reference);
            }
            var release = new Release(
                    UUID.randomUUID(),
                    set.code(),
                    set.version(),
                    reference,
                    computed.periods(),
                    computed.episodes(),
                    permitted.patients(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    use.version());
            var changed = previous.map(earlier ->
                            changes.since(earlier, edition(release, set, files, computed), opening, scratch, watch))
                    .orElse(List.of());
            watch.reached(ReleaseWatch.Step.PUBLISHING, 0, 1);
            publish(release, set, delivered, computed, previous.map(Release::id), changed, out);
            return new Published(
                    release, computed.results().size(), ZeroValues.of(set, reference, computed.zeroDeliveries()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChangeComputation.Edition edition(
            Release release, OutcomeSet set, List<Path> files, ReleaseComputation.Computed computed) {
        var current = computed.results().stream()
                .filter(result -> result.subgroup().isEmpty() && result.period().equals(release.current()))
                .toList();
        return new ChangeComputation.Edition(set, release.reference(), release.current(), files, current);
    }

    private void publish(
            Release release,
            OutcomeSet set,
            List<Delivery> delivered,
            ReleaseComputation.Computed computed,
            Optional<UUID> previous,
            List<Change> changed,
            @Nullable Path out)
            throws IOException {
        var csv = ReleaseFiles.csv(set, computed.results());
        var models = new LinkedHashMap<String, String>();
        computed.models().forEach(model -> models.put(model.indicator(), ModelDocuments.write(model)));
        Map<String, List<Result>> byOrganisation =
                computed.results().stream().collect(Collectors.groupingBy(Result::organisation));
        transaction.executeWithoutResult(status -> {
            groupLock.hold(set.code());
            if (!records.latest(set.code()).map(Release::id).equals(previous)) {
                throw new Refused("release.overtaken", set.code());
            }
            records.add(release, set, delivered.stream().map(Delivery::id).toList(), Digests.sha256(csv));
            models.forEach((indicator, document) -> records.addModel(release.id(), indicator, document));
            byOrganisation.forEach(
                    (organisation, results) -> records.addResults(release.id(), set, organisation, results));
            previous.ifPresent(earlier -> changes.add(release, earlier, changed));
        });
        if (out != null) {
            ReleaseFiles.write(out, csv, models, changed);
            var zeros = ZeroValues.of(set, release.reference(), computed.zeroDeliveries());
            ReleaseFiles.writeRelease(out, release, delivered, zeros);
        }
    }

    /** Why values on one indicator changed since the release before, of all organisations that the viewer may see. */
    @Transactional(readOnly = true)
    public List<Change> changes(UUID release, String indicator) {
        return changes.of(release, indicator);
    }

    /** The newest release of each patient group. */
    @Transactional(readOnly = true)
    public List<Release> latest() {
        return records.latest();
    }

    /**
     * The newest release of a patient group.
     *
     * @throws NotFound {@code release.none}
     */
    @Transactional(readOnly = true)
    public Release release(String group) {
        return records.latest(group).orElseThrow(() -> new NotFound("release.none", group));
    }

    /** How each indicator was adjusted and judged. */
    @Transactional(readOnly = true)
    public List<IndicatorModel> models(UUID release) {
        return records.models(release).stream()
                .map(ModelDocuments::read)
                .sorted(Comparator.comparing(IndicatorModel::indicator))
                .toList();
    }

    /**
     * Results of one period: all indicators, all organisations that the viewer may see.
     *
     * @param subgroup empty for all patients
     */
    @Transactional(readOnly = true)
    public List<Result> results(UUID release, Period period, String subgroup) {
        return records.ofPeriod(release, period, subgroup);
    }

    /**
     * Results of one indicator: all periods, all organisations that the viewer may see.
     *
     * @param subgroup empty for all patients
     */
    @Transactional(readOnly = true)
    public List<Result> results(UUID release, String indicator, String subgroup) {
        return records.ofIndicator(release, indicator, subgroup);
    }

    /**
     * Results of one organisation, if the viewer may see it: all indicators and periods.
     *
     * @param subgroup empty for all patients
     */
    @Transactional(readOnly = true)
    public List<Result> resultsOf(UUID release, String organisation, String subgroup) {
        return records.ofOrganisation(release, organisation, subgroup);
    }
}
