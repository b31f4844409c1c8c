// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that landed, with the manifest of the file of its episodes in the lake, or of its first table. Never changed.
 *
 * @param organisation who delivered
 * @param sourceSha256 of the file as it was delivered
 * @param mappingSha256 of the mapping or description with which it was read
 * @param rows that landed
 * @param quarantined that did not
 * @param organisations whose episodes it holds
 * @param lakePath relative to the lake
 * @param lakeSha256 of the file in the lake
 * @param lakeSchema JSON: type by column
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
        String lakePath,
        String lakeSha256,
        String lakeSchema,
        int pseudonymKeyVersion,
        boolean firstStageOnReceipt,
        @Nullable UUID replaces) {

    /** Whether it brought episodes. */
    boolean hasEpisodes() {
        return lakePath.startsWith("episode/");
    }

    public Delivery {
        organisations = List.copyOf(organisations);
    }
}
