// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.time.Instant;
import java.util.UUID;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.DeliveredOrganisation;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.home.Digests;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What is written down of a delivery that is about to land. */
final class Manifest {
    private Manifest() {}

    /**
     * Its manifest.
     *
     * @throws Refused {@code delivery.all-object} when no row is left to land
     */
    static Delivery of(
            DeliverySource source,
            CheckReport checked,
            UUID id,
            Instant received,
            Lake.Landed landed,
            String sha256,
            int keyVersion,
            @Nullable UUID replaces) {
        var set = source.outcomeSet();
        long rows = landed.files().stream().mapToLong(DeliveryFile::rows).sum();
        if (rows == 0) {
            throw new Refused("delivery.all-object", source.name());
        }
        return new Delivery(
                id,
                source.sender(),
                set.code(),
                set.version(),
                received,
                source.name(),
                sha256,
                Digests.sha256(source.description()),
                rows,
                checked.quarantined(),
                checked.organisations().stream()
                        .map(DeliveredOrganisation::code)
                        .toList(),
                landed.files(),
                keyVersion,
                source.plan().patients() == DeliveryPlan.Stage.IDENTIFIERS,
                replaces);
    }
}
