// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.waardeketen.home.GroupLock;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes deliveries out of the lake whose retention is over. The manifest stays, with when and why; results of releases stay,
 * later releases leave the delivery out.
 */
@Service
public class Retention {
    private final DeliveryRecords records;
    private final Removals removals;
    private final LegalBases bases;
    private final Organisations organisations;
    private final Lake lake;
    private final OnBehalf onBehalf;
    private final GroupLock groupLock;
    private final TransactionTemplate transaction;

    Retention(
            DeliveryRecords records,
            Removals removals,
            LegalBases bases,
            Organisations organisations,
            Lake lake,
            OnBehalf onBehalf,
            GroupLock groupLock,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.removals = removals;
        this.bases = bases;
        this.organisations = organisations;
        this.lake = lake;
        this.onBehalf = onBehalf;
        this.groupLock = groupLock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Removes what is over; the deliveries that were removed. */
    public List<Delivery> run() {
        var removed = new ArrayList<Delivery>();
        for (var organisation : codes()) {
            for (var delivery : over(organisation)) {
                if (mark(delivery)) {
                    takeAway(delivery);
                    removed.add(delivery);
                }
            }
        }
        return List.copyOf(removed);
    }

    private List<String> codes() {
        return Objects.requireNonNull(transaction.execute(status -> {
            onBehalf.of(Organisations.HUB);
            return organisations.all().stream().map(Organisation::code).toList();
        }));
    }

    private List<Delivery> over(String organisation) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var today = bases.today();
            onBehalf.of(organisation);
            return records.kept().stream()
                    .filter(delivery -> bases.current(organisation, delivery.outcomeSet())
                            .filter(basis -> basis.basis().isOver(delivery.receivedAt(), today))
                            .isPresent())
                    .toList();
        }));
    }

    /** From here on the delivery counts nowhere; false when it was marked meanwhile. */
    private boolean mark(Delivery delivery) {
        return Objects.requireNonNull(transaction.execute(status -> {
            onBehalf.of(delivery.organisation());
            groupLock.hold(delivery.outcomeSet());
            if (removals.all().contains(delivery.id())) {
                return false;
            }
            var basis = bases.current(delivery.organisation(), delivery.outcomeSet())
                    .orElseThrow();
            var until = basis.basis().lastDay(delivery.receivedAt());
            removals.add(
                    delivery,
                    "retention ended on " + until + " (" + basis.basis().retention() + ")");
            return true;
        }));
    }

    private void takeAway(Delivery delivery) {
        try {
            lake.remove(delivery);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what a process that was killed had marked only. Only for the owner of the home folder. */
    public void tidy() {
        for (var organisation : codes()) {
            var removed = Objects.requireNonNull(transaction.execute(status -> {
                onBehalf.of(organisation);
                return records.removed();
            }));
            removed.forEach(this::takeAway);
        }
    }
}
