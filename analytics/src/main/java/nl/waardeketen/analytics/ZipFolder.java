// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A zip as the folder that was packed into it, so that a whole data package can be delivered as one file. */
public final class ZipFolder {
    private ZipFolder() {}

    /** Whether a file is a zip and no workbook. */
    public static boolean is(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var bytes = Files.newInputStream(file)) {
            var start = bytes.readNBytes(4);
            if (!Encoding.startsWith(start, 'P', 'K', 3, 4) && !Encoding.startsWith(start, 'P', 'K', 5, 6)) {
                return false;
            }
        }
        try (var contents = ZipContents.open(file, name)) {
            return !contents.isWorkbook();
        }
    }

    /**
     * Unpacks all that is in the zip into the scratch folder.
     *
     * @param name how to call the zip in problems
     * @return the folder with the files; where the zip holds one folder and nothing beside it, that one
     * @throws InvalidInput when it is damaged, locked, far larger than it seems, or holds names that lead elsewhere
     */
    public static Path unpack(Path zip, String name, Scratch scratch) throws IOException {
        var folder = Files.createDirectory(scratch.fresh(""));
        try (var contents = ZipContents.open(zip, name)) {
            for (var entry : contents.files()) {
                var file = folder.resolve(entry).normalize();
                if (!file.startsWith(folder)) {
                    throw new IllegalStateException("a name in a zip was taken for a plain one");
                }
                Files.createDirectories(Objects.requireNonNull(file.getParent(), "a folder"));
                contents.unpack(entry, file);
            }
        }
        return onlyFolder(folder);
    }

    private static Path onlyFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var inside = files.limit(2).toList();
            return inside.size() == 1 && Files.isDirectory(inside.get(0)) ? inside.get(0) : folder;
        }
    }
}
