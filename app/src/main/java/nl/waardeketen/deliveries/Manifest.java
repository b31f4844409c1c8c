// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.CheckedDelivery.DeliveredOrganisation;
import nl.waardeketen.analytics.Stage;
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
            CheckedDelivery checked,
            UUID id,
            Instant received,
            Lake.LandedFile landed,
            String sha256,
            int keyVersion,
            @Nullable UUID replaces) {
        var set = source.outcomeSet();
        long rows = checked.rows() - checked.quarantined() - landed.leftOut().rows();
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
                checked.delivered().stream().map(DeliveredOrganisation::code).toList(),
                landed.file().path(),
                landed.file().sha256(),
                schema(source),
                keyVersion,
                source.plan().patients() == Stage.IDENTIFIERS,
                replaces);
    }

    private static String schema(DeliverySource source) {
        return source.plan().columns().stream()
                .map(column -> "\"" + column.variable().code() + "\": \""
                        + column.variable().type().name().toLowerCase(Locale.ROOT) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
