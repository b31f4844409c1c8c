// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.nio.file.Path;
import java.util.Optional;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.analytics.FileProfile;

/**
 * A file of an extract, with what its columns look like.
 *
 * @param name as it was sent, without folders
 * @param sheet of a workbook; empty for the only one
 */
record ExtractFile(String name, String sheet, Path path, FileProfile profile) {

    Optional<ColumnProfile> column(String column) {
        return profile.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst();
    }
}
