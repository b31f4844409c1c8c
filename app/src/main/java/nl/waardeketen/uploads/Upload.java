// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings over the pages.
 *
 * @param account who began it
 * @param touchedAt when something of it came last
 * @param outcomeSet patient group; {@code null} until its description was read
 * @param report JSON of a {@link StoredReport}; {@code null} until it was checked
 * @param refusal why it did not land, a code of the message bundles; or {@code null}
 * @param replaces delivery in whose place it is to land, or {@code null}
 * @param delivery what landed, or {@code null}
 * @param endedBy account that accepted it or took it back
 * @param reason why it was taken back
 */
record Upload(
        UUID id,
        String organisation,
        String account,
        String accountName,
        Instant startedAt,
        Instant touchedAt,
        State state,
        @Nullable String outcomeSet,
        @Nullable Instant checkedAt,
        @Nullable String report,
        @Nullable String refusal,
        @Nullable UUID replaces,
        @Nullable UUID delivery,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String reason,
        List<UploadedFile> files) {

    Upload {
        files = List.copyOf(files);
    }

    /** How far it is. */
    enum State {
        RECEIVING,
        CHECKING,
        /** Checked, and cannot land. */
        UNUSABLE,
        /** Checked; somebody is to accept it or take it back. */
        WAITING,
        LANDING,
        LANDED,
        WITHDRAWN,
        /** Nobody accepted it in time. */
        EXPIRED;

        public boolean isWorking() {
            return this == CHECKING || this == LANDING;
        }
    }

    long size() {
        return files.stream().mapToLong(UploadedFile::size).sum();
    }

    long received() {
        return files.stream().mapToLong(UploadedFile::received).sum();
    }
}
