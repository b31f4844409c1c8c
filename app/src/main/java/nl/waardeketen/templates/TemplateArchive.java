// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;

/** The documents of a delivery for those who take them from a page. */
public final class TemplateArchive {
    /** The earliest that a zip can say, so that the same documents make the same archive. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TemplateArchive() {}

    /**
     * Everything that {@link DeliveryTemplate} writes, as a zip file, in a folder that bears the code of the patient group.
     *
     * @param organisation code of the organisation that will deliver
     */
    public static byte[] zip(OutcomeSet set, String organisation, Locale locale) throws IOException {
        try (var scratch = new Scratch();
                var bytes = new ByteArrayOutputStream()) {
            var folder = Files.createDirectory(scratch.folder().resolve(set.code()));
            new DeliveryTemplate(set, organisation, locale).write(folder, true);
            try (var zip = new ZipOutputStream(bytes)) {
                pack(folder, zip);
            }
            return bytes.toByteArray();
        }
    }

    private static void pack(Path folder, ZipOutputStream zip) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = folder.getFileName() + "/"
                        + folder.relativize(file).toString().replace('\\', '/');
                var entry = new ZipEntry(name);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** The data dictionary alone, as a page that needs no server. */
    public static String dictionary(OutcomeSet set, Locale locale) throws IOException {
        return new DataDictionary(set, DeliveryTables.of(set)).html(locale);
    }
}
