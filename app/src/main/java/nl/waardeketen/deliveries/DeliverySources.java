// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import org.jspecify.annotations.Nullable;

/** Finds out what is delivered and how to read it. */
public final class DeliverySources {
    private DeliverySources() {}

    /**
     * Reads the description of a delivery.
     *
     * @param delivered a data package, or with a mapping any file or a folder that holds it
     * @throws InvalidInput with everything that is wrong with the description
     */
    public static DeliverySource read(Path delivered, @Nullable Path mapping, KnownSets sets) throws IOException {
        if (!Files.exists(delivered)) {
            throw refused(delivered, "it does not exist", "check the path");
        }
        var source = mapping == null ? packageAt(delivered, sets) : new MappingReader(mapping, sets).read(delivered);
        for (var file : source.files()) {
            if (!Files.isRegularFile(file)) {
                throw refused(file, "there is no such file", "check the name in the mapping");
            }
        }
        return source;
    }

    private static DeliverySource packageAt(Path delivered, KnownSets sets) throws IOException {
        var folder = Files.isDirectory(delivered)
                ? delivered
                : delivered.toAbsolutePath().getParent();
        boolean described = Files.isDirectory(delivered) || delivered.endsWith(PackageReader.DESCRIPTION);
        if (folder == null || !described || !Files.isRegularFile(folder.resolve(PackageReader.DESCRIPTION))) {
            throw refused(
                    delivered,
                    "this is no data package: there is no " + PackageReader.DESCRIPTION,
                    "deliver a folder with one, or name a mapping with --mapping");
        }
        return new PackageReader(folder.toAbsolutePath(), sets).read();
    }

    private static InvalidInput refused(Path path, String text, String remedy) {
        return new InvalidInput(List.of(
                new Problem(String.valueOf(path.getFileName()), 0, "", "", "delivery.not-found", text, remedy)));
    }
}
