// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.EngineFailure;
import nl.waardeketen.analytics.LakeOverlap;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Landing.Outcome;
import nl.waardeketen.home.GroupLock;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives deliveries: a file is checked, its patients get pseudonyms, and it lands whole or not at all. It is prepared in
 * the staging folder, moved into the lake in one step, and exists from the moment its manifest is committed.
 */
@Service
public class Deliveries {
    private final Lake lake;
    private final Clock clock;
    private final OutcomeSets outcomeSets;
    private final Organisations organisations;
    private final DeliveryRecords records;
    private final RegionKeys keys;
    private final LegalBases bases;
    private final Objections objections;
    private final Removals removals;
    private final Thresholds thresholds;
    private final DeliveredQuality quality;
    private final OnBehalf onBehalf;
    private final GroupLock groupLock;
    private final TransactionTemplate transaction;

    Deliveries(
            Lake lake,
            Clock clock,
            OutcomeSets outcomeSets,
            Organisations organisations,
            DeliveryRecords records,
            RegionKeys keys,
            LegalBases bases,
            Objections objections,
            Removals removals,
            Thresholds thresholds,
            DeliveredQuality quality,
            OnBehalf onBehalf,
            GroupLock groupLock,
            PlatformTransactionManager transactions) {
        this.lake = lake;
        this.clock = clock;
        this.outcomeSets = outcomeSets;
        this.organisations = organisations;
        this.records = records;
        this.keys = keys;
        this.bases = bases;
        this.objections = objections;
        this.removals = removals;
        this.thresholds = thresholds;
        this.quality = quality;
        this.onBehalf = onBehalf;
        this.groupLock = groupLock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Checks the file and lets it land.
     *
     * @throws nl.waardeketen.analytics.InvalidInput when it cannot be read, or lacks a column
     */
    public Landing deliver(DeliverySource source) {
        return deliver(source, null);
    }

    /**
     * The same, in the place of an earlier delivery of the same sender, which later releases leave out.
     *
     * @param replaces number of that delivery, or {@code null} for none
     * @throws Refused {@code basis.none} when there is no legal basis, {@code delivery.not-yours} when the sender has no such delivery that still counts
     */
    public Landing deliver(DeliverySource source, @Nullable UUID replaces) {
        try {
            var sha256 = source.sha256();
            var same = inTransaction(source.sender(), () -> records.same(source, sha256));
            if (same.isPresent() && replaces == null) {
                return Landing.alreadyThere(same.get());
            }
            bases.require(source);
            var held = thresholds.held(source);
            try (var scratch = lake.scratch();
                    var checked = CheckedDelivery.of(held.source().plan(), scratch)) {
                return land(held, checked, scratch, sha256, replaces);
            }
        } catch (EngineFailure e) {
            throw e.outOfRoom() ? new Refused("delivery.no-room", source.name()) : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Landing land(
            Thresholds.Held held, CheckedDelivery checked, Scratch scratch, String sha256, @Nullable UUID replaces)
            throws IOException {
        var source = held.source();
        var report = checked.report().noting(held.notes());
        var problems = new ArrayList<>(report.problems());
        var blocking = Acceptance.blocking(source, report, knownOrganisations());
        problems.addAll(blocking);
        if (!blocking.isEmpty() || report.outcome() == CheckReport.Outcome.FAIL) {
            keepReport(source, report, problems, null);
            return Landing.of(Outcome.REFUSED, Optional.empty(), report, problems);
        }
        var id = UUID.randomUUID();
        try {
            var group = source.outcomeSet().code();
            var current = keys.current(group, source.plan().patients());
            var objecting = objections.of(group, source.sender());
            var landed = lake.land(id, source, checked, current.keys(), objecting, scratch);
            var delivery = Manifest.of(source, report, id, moment(), landed, sha256, current.version(), replaces);
            var declared = bases.require(source);
            long overlap = commit(source, delivery, landed, report, scratch);
            if (overlap > 0) {
                lake.undo(id);
                problems.add(Acceptance.overlap(source.name(), overlap));
                keepReport(source, report, problems, null);
                return Landing.of(Outcome.REFUSED, Optional.empty(), report, problems);
            }
            lake.keep(id);
            var outcome = report.quarantined() == 0 ? Outcome.LANDED : Outcome.LANDED_WITH_QUARANTINE;
            return Landing.of(outcome, Optional.of(delivery), report, problems)
                    .leavingOut(landed.leftOut())
                    .entering(declared);
        } catch (IOException | RuntimeException e) {
            undoUnlessCommitted(source.sender(), id);
            throw e;
        }
    }

    private void keepReport(
            DeliverySource source, CheckReport report, List<Problem> problems, @Nullable UUID delivery) {
        var whole = report.with(problems);
        inTransaction(source.sender(), () -> {
            records.add(UUID.randomUUID(), source, whole, moment(), delivery);
            return true;
        });
    }

    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When the database cannot say, the next start finds out. */
    private void undoUnlessCommitted(String sender, UUID id) throws IOException {
        if (!inTransaction(sender, () -> records.exists(id))) {
            lake.undo(id);
        }
    }

    private Set<String> knownOrganisations() {
        return inTransaction(
                Organisations.HUB,
                () -> organisations.all().stream().map(Organisation::code).collect(Collectors.toSet()));
    }

    /** Enters the manifest, unless some of its episodes are there already; tells how many. */
    private long commit(
            DeliverySource source, Delivery delivery, Lake.Landed landed, CheckReport report, Scratch scratch) {
        return inTransaction(source.sender(), () -> {
            groupLock.hold(source.outcomeSet().code());
            requireOwn(delivery);
            if (keys.version(delivery.outcomeSet()) != delivery.pseudonymKeyVersion()) {
                throw new Refused("key.rotated", delivery.outcomeSet());
            }
            long overlap = overlap(source, delivery, scratch);
            if (overlap > 0) {
                return overlap;
            }
            onBehalf.of(source.sender());
            outcomeSets.register(source.outcomeSet());
            if (source.registers()) {
                var met = new ArrayList<Organisation>();
                met.add(new Organisation(source.sender(), source.sender(), "registry", false));
                report.organisations()
                        .forEach(each -> met.add(new Organisation(each.code(), each.code(), "hospital", false)));
                organisations.register(met);
                onBehalf.of(source.sender());
            }
            bases.require(source)
                    .ifPresent(basis -> bases.set(source.sender(), delivery.outcomeSet(), basis, bases.today()));
            records.add(delivery);
            if (landed.leftOut() > 0) {
                removals.addLeftOut(delivery, landed.leftOut(), landed.objecting());
            }
            records.add(UUID.randomUUID(), source, report, delivery.receivedAt(), delivery.id());
            quality.remember(delivery, report.tables(), delays(source, delivery, scratch));
            return 0L;
        });
    }

    private Map<String, Double> delays(DeliverySource source, Delivery delivery, Scratch scratch) {
        return delivery.episodes()
                .map(file -> quality.delays(source, lake.file(file), scratch))
                .orElse(Map.of());
    }

    private void requireOwn(Delivery delivery) {
        var replaced = delivery.replaces();
        if (replaced != null
                && records.of(delivery.outcomeSet()).stream()
                        .noneMatch(own -> own.id().equals(replaced))) {
            throw new Refused("delivery.not-yours", replaced);
        }
    }

    private long overlap(DeliverySource source, Delivery delivery, Scratch scratch) {
        var episodes = delivery.episodes();
        if (episodes.isEmpty() || source.periodDates().isEmpty()) {
            return 0;
        }
        var landed = all(delivery.outcomeSet()).stream()
                .filter(other -> !other.id().equals(delivery.replaces()))
                .toList();
        return LakeOverlap.count(lake.file(episodes.get()), lake.files(landed), source.periodDates(), scratch);
    }

    private <T> T inTransaction(String organisation, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            onBehalf.of(organisation);
            return work.get();
        }));
    }

    /** All deliveries of a patient group, of every organisation, oldest first. */
    public List<Delivery> all(String group) {
        return ofEveryOrganisation(() -> records.of(group));
    }

    /** These deliveries, of every organisation, oldest first; also those that were replaced since. */
    public List<Delivery> among(List<UUID> ids) {
        return ofEveryOrganisation(() -> records.among(ids));
    }

    private List<Delivery> ofEveryOrganisation(Supplier<List<Delivery>> question) {
        return inTransaction(Organisations.HUB, () -> {
            var all = new ArrayList<Delivery>();
            for (var organisation : organisations.all()) {
                onBehalf.of(organisation.code());
                all.addAll(question.get());
            }
            all.sort(Comparator.comparing(Delivery::receivedAt).thenComparing(Delivery::id));
            return List.copyOf(all);
        });
    }

    /**
     * The episodes of deliveries in the lake, each compared with its manifest.
     *
     * @throws nl.waardeketen.shared.Refused {@code lake.changed} when one is not what was landed
     */
    public List<Path> files(List<Delivery> deliveries) {
        return lake.files(deliveries);
    }

    /** Ends what a process that was killed left half done. Only for the owner of the home folder, before others come. */
    public void tidy() {
        try {
            lake.tidy((sender, id) -> inTransaction(sender, () -> records.exists(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
