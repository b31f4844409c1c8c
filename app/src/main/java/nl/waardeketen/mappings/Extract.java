// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSet;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody brought to make a mapping with. They lie in a scratch folder as long as they are worked on, and nowhere
 * else.
 *
 * @param based version of the mapping that the work began with; null for none
 */
record Extract(
        UUID id,
        String organisation,
        OutcomeSet set,
        Scratch scratch,
        Path folder,
        List<ExtractFile> files,
        @Nullable SavedMapping based,
        Instant openedAt) {
    Extract {
        files = List.copyOf(files);
    }

    Optional<ExtractFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    List<KnownColumn> columns() {
        return files.stream()
                .flatMap(file -> file.profile().columns().stream().map(column -> KnownColumn.of(file, column)))
                .toList();
    }
}
