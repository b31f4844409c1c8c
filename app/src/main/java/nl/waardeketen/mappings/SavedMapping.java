// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A version of the mapping of an organisation for a patient group. Never changed.
 *
 * @param document YAML, as {@code check} and {@code deliver} read it
 * @param columns of the extract it was made with; empty for one that was brought along
 */
record SavedMapping(
        UUID id,
        String organisation,
        String group,
        int version,
        Instant savedAt,
        String savedBy,
        String document,
        List<KnownColumn> columns) {
    SavedMapping {
        columns = List.copyOf(columns);
    }
}
