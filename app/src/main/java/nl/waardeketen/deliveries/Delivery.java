// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waardeketen.analytics.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that landed, with the manifest of its files in the lake. Never changed.
 *
 * @param organisation who delivered
 * @param sourceSha256 of the file as it was delivered
 * @param mappingSha256 of the mapping or description with which it was read
 * @param rows that landed
 * @param quarantined that did not
 * @param organisations whose rows it holds
 * @param files one for each table, as they are now: under the newest version of the key
 * @param firstStageOnReceipt whether the sender left both stages of the pseudonym to the region
 * @param replaces earlier delivery that this one corrects, which later releases leave out; or {@code null}
 */
public record Delivery(
        UUID id,
        String organisation,
        String outcomeSet,
        String outcomeSetVersion,
        Instant receivedAt,
        String sourceName,
        String sourceSha256,
        String mappingSha256,
        long rows,
        long quarantined,
        List<String> organisations,
        List<DeliveryFile> files,
        int pseudonymKeyVersion,
        boolean firstStageOnReceipt,
        @Nullable UUID replaces) {

    public Delivery {
        organisations = List.copyOf(organisations);
        files = List.copyOf(files);
    }

    /** The same with its files. */
    Delivery with(List<DeliveryFile> found) {
        return new Delivery(
                id,
                organisation,
                outcomeSet,
                outcomeSetVersion,
                receivedAt,
                sourceName,
                sourceSha256,
                mappingSha256,
                rows,
                quarantined,
                organisations,
                found,
                pseudonymKeyVersion,
                firstStageOnReceipt,
                replaces);
    }

    /** The file of its episodes, if it brought any. */
    Optional<DeliveryFile> episodes() {
        return files.stream()
                .filter(file -> file.table().equals(TableDefinition.EPISODE))
                .findFirst();
    }

    boolean hasEpisodes() {
        return episodes().isPresent();
    }
}
