// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.CheckedDelivery.DeliveredOrganisation;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Landing.Outcome;
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.GroupLock;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives deliveries: a file is checked, its patients get pseudonyms, and it lands whole or not at all. It is prepared in
 * the staging folder, moved into the lake in one step, and exists from the moment its manifest is committed.
 */
@Service
public class Deliveries {
    /** Above this share of broken rows something is wrong with the delivery as a whole. */
    private static final double MOST_QUARANTINED = 0.05;

    private static final int KEY_VERSION = 1;

    private final Lake lake;
    private final Clock clock;
    private final OutcomeSets outcomeSets;
    private final Organisations organisations;
    private final DeliveryRecords records;
    private final OnBehalf onBehalf;
    private final GroupLock groupLock;
    private final TransactionTemplate transaction;

    Deliveries(
            Lake lake,
            Clock clock,
            OutcomeSets outcomeSets,
            Organisations organisations,
            DeliveryRecords records,
            OnBehalf onBehalf,
            GroupLock groupLock,
            PlatformTransactionManager transactions) {
        this.lake = lake;
        this.clock = clock;
        this.outcomeSets = outcomeSets;
        this.organisations = organisations;
        this.records = records;
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
        try {
            var fingerprint = new Fingerprint(Digests.sha256(source.file()), Digests.sha256(source.description()));
            var same = inTransaction(source.sender(), () -> records.same(source, fingerprint));
            if (same.isPresent()) {
                var there = same.get();
                return new Landing(
                        Outcome.ALREADY_THERE, same, there.rows(), there.quarantined(), List.of(), List.of());
            }
            try (var scratch = lake.scratch();
                    var checked = CheckedDelivery.of(source.file(), source.name(), source.plan(), scratch)) {
                return land(source, checked, scratch, fingerprint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the file and of the text that says how to read it: the same both, the same delivery. */
    record Fingerprint(String source, String mapping) {}

    private Landing land(DeliverySource source, CheckedDelivery checked, Scratch scratch, Fingerprint fingerprint)
            throws IOException {
        var problems = new ArrayList<>(checked.found());
        var blocking = blocking(source, checked);
        if (!blocking.isEmpty()) {
            problems.addAll(blocking);
            return landing(Outcome.REFUSED, Optional.empty(), checked, problems);
        }
        var id = UUID.randomUUID();
        try {
            var file = lake.land(id, source, checked, scratch);
            var delivery = manifest(source, checked, id, file, fingerprint);
            commit(source, delivery, checked.delivered());
            lake.keep(id);
            var outcome = checked.quarantined() == 0 ? Outcome.LANDED : Outcome.LANDED_WITH_QUARANTINE;
            return landing(outcome, Optional.of(delivery), checked, problems);
        } catch (IOException | RuntimeException e) {
            undoUnlessCommitted(source.sender(), id);
            throw e;
        }
    }

    /** When the database cannot say, the next start finds out. */
    private void undoUnlessCommitted(String sender, UUID id) throws IOException {
        if (!inTransaction(sender, () -> records.exists(id))) {
            lake.undo(id);
        }
    }

    private static Landing landing(
            Outcome outcome, Optional<Delivery> delivery, CheckedDelivery checked, List<Problem> problems) {
        return new Landing(outcome, delivery, checked.rows(), checked.quarantined(), problems, checked.notes());
    }

    private List<Problem> blocking(DeliverySource source, CheckedDelivery checked) {
        var blocking = new ArrayList<Problem>();
        double share = (double) checked.quarantined() / checked.rows();
        if (share > MOST_QUARANTINED) {
            blocking.add(new Problem(
                    checked.name(),
                    0,
                    "",
                    "",
                    "delivery.too-many-broken",
                    checked.quarantined() + " of " + checked.rows() + " rows break a rule, more than "
                            + Math.round(MOST_QUARANTINED * 100) + "%; nothing has landed",
                    "repair what is listed and deliver again"));
        }
        if (!source.registers()) {
            blocking.addAll(unknown(source, checked));
        }
        return blocking;
    }

    private List<Problem> unknown(DeliverySource source, CheckedDelivery checked) {
        var known = knownOrganisations();
        var met = new ArrayList<>(checked.delivered());
        if (met.stream().noneMatch(organisation -> organisation.code().equals(source.sender()))) {
            met.add(new DeliveredOrganisation(source.sender(), 0, 0));
        }
        return met.stream()
                .filter(organisation -> !known.contains(organisation.code()))
                .map(organisation -> new Problem(
                        checked.name(),
                        organisation.line(),
                        "organisation",
                        organisation.code(),
                        "organisation.unknown",
                        "this organisation is not known here (" + organisation.rows() + " rows)",
                        "have it entered first, or let the mapping say organisations: register"))
                .toList();
    }

    private Set<String> knownOrganisations() {
        return inTransaction(
                Organisations.HUB,
                () -> organisations.all().stream().map(Organisation::code).collect(Collectors.toSet()));
    }

    private Delivery manifest(
            DeliverySource source, CheckedDelivery checked, UUID id, Lake.LakeFile file, Fingerprint fingerprint) {
        var set = source.outcomeSet();
        return new Delivery(
                id,
                source.sender(),
                set.code(),
                set.version(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                source.name(),
                fingerprint.source(),
                fingerprint.mapping(),
                checked.rows() - checked.quarantined(),
                checked.quarantined(),
                checked.delivered().stream().map(DeliveredOrganisation::code).toList(),
                file.path(),
                file.sha256(),
                schema(source),
                KEY_VERSION,
                true);
    }

    private static String schema(DeliverySource source) {
        return source.plan().columns().stream()
                .map(column -> "\"" + column.variable().code() + "\": \""
                        + column.variable().type().name().toLowerCase(Locale.ROOT) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private void commit(DeliverySource source, Delivery delivery, List<DeliveredOrganisation> delivered) {
        inTransaction(source.sender(), () -> {
            groupLock.hold(source.outcomeSet().code());
            outcomeSets.register(source.outcomeSet());
            if (source.registers()) {
                var met = new ArrayList<Organisation>();
                met.add(new Organisation(source.sender(), source.sender(), "registry", false));
                delivered.forEach(each -> met.add(new Organisation(each.code(), each.code(), "hospital", false)));
                organisations.register(met);
                onBehalf.of(source.sender());
            }
            records.add(delivery);
            return delivery;
        });
    }

    private <T> T inTransaction(String organisation, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            onBehalf.of(organisation);
            return work.get();
        }));
    }

    /** All deliveries of a patient group, of every organisation, oldest first. */
    public List<Delivery> all(String group) {
        return inTransaction(Organisations.HUB, () -> {
            var all = new ArrayList<Delivery>();
            for (var organisation : organisations.all()) {
                onBehalf.of(organisation.code());
                all.addAll(records.of(group));
            }
            all.sort(Comparator.comparing(Delivery::receivedAt).thenComparing(Delivery::id));
            return List.copyOf(all);
        });
    }

    /**
     * The files of deliveries in the lake, each compared with its manifest.
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
