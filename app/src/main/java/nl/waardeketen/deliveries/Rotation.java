// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.waardeketen.home.GroupLock;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a patient group a new version of the region's key: every pseudonym in the lake, in quarantine and among objections
 * becomes its keyed hash under the new key, all at once or not at all. No identifier is needed for it.
 */
@Service
public class Rotation {
    private final RegionKeys keys;
    private final DeliveryRecords records;
    private final Objections objections;
    private final Organisations organisations;
    private final RotatedLake rotatedLake;
    private final Clock clock;
    private final OnBehalf onBehalf;
    private final GroupLock groupLock;
    private final TransactionTemplate transaction;

    Rotation(
            RegionKeys keys,
            DeliveryRecords records,
            Objections objections,
            Organisations organisations,
            RotatedLake rotatedLake,
            Clock clock,
            OnBehalf onBehalf,
            GroupLock groupLock,
            PlatformTransactionManager transactions) {
        this.keys = keys;
        this.records = records;
        this.objections = objections;
        this.organisations = organisations;
        this.rotatedLake = rotatedLake;
        this.clock = clock;
        this.onBehalf = onBehalf;
        this.groupLock = groupLock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was rotated, and to which version. */
    public record Rotated(int version, int files, int objections) {}

    /**
     * Makes the next version of the key count. Deliveries and releases of the group wait; a delivery that made its
     * pseudonyms meanwhile is refused and can be sent again.
     *
     * @throws Refused {@code key.none} when the group has no key yet, {@code lake.changed} when a file is not what was landed
     */
    public Rotated rotate(String group) {
        int version = keys.version(group) + 1;
        boolean entered = false;
        try {
            var rotated = Objects.requireNonNull(transaction.execute(status -> rotate(group, version)));
            entered = true;
            return rotated;
        } finally {
            end(group, version, entered);
        }
    }

    private Rotated rotate(String group, int version) {
        groupLock.hold(group);
        int before = keys.version(group);
        if (before == 0) {
            throw new Refused("key.none", group);
        }
        if (before + 1 != version) {
            throw new Refused("key.rotated", group);
        }
        keys.verify(group);
        var key = keys.next(group);
        try {
            rotatedLake.end(group, version, false);
            var written = rotatedLake.write(group, version, key, deliveries(group));
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            for (var each : written) {
                onBehalf.of(each.delivery().organisation());
                records.rotate(each.delivery(), version, now, each.file());
            }
            int carried = objections.rotate(group, key, version);
            keys.enter(group, version, key);
            return new Rotated(version, written.size(), carried);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Delivery> deliveries(String group) {
        var all = new ArrayList<Delivery>();
        onBehalf.of(Organisations.HUB);
        for (var organisation :
                organisations.all().stream().map(Organisation::code).toList()) {
            onBehalf.of(organisation);
            records.kept().stream()
                    .filter(delivery -> delivery.outcomeSet().equals(group))
                    .forEach(all::add);
        }
        return all;
    }

    /** When the database cannot say whether it was entered, the next start finds out. */
    private void end(String group, int version, boolean entered) {
        try {
            rotatedLake.end(group, version, entered || keys.version(group) >= version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a process that was killed left half done. Only for the owner of the home folder, before others come. */
    public void tidy() {
        try {
            rotatedLake.tidy((group, version) -> keys.version(group) >= version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
