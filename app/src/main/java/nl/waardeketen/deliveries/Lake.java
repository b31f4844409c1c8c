// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.home.Secrets;
import nl.waardeketen.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Patient-level data in files that are never changed. A file is prepared in the staging folder and moved to its place in one
 * step; a note lists them until the manifest is committed, so that the next start can undo what was not.
 */
@Component
class Lake {
    private static final String NOTE = ".landing";

    private final HomeFolder home;
    private final Secrets secrets;

    Lake(HomeFolder home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
    }

    Scratch scratch() throws IOException {
        return Scratch.inside(home.staging());
    }

    /** Puts the sound rows of every table in their place, and the others in quarantine. */
    List<DeliveryFile> land(UUID id, DeliverySource source, CheckedDelivery checked, Scratch scratch)
            throws IOException {
        var prepared = Files.createDirectory(scratch.folder().resolve("landed"));
        var kept = Files.createDirectory(scratch.folder().resolve("kept"));
        var keys = new PseudonymKeys(
                secrets.key("sender"),
                secrets.key("region-" + source.outcomeSet().code()));
        checked.write(prepared, kept, keys);
        var files = new ArrayList<DeliveryFile>();
        for (var table : checked.report().tables()) {
            files.add(file(id, source, table, prepared));
        }
        var tables = files.stream().map(DeliveryFile::table).toList();
        Files.writeString(note(id), source.sender() + "\n" + String.join("\n", tables));
        for (var table : tables) {
            DeliveryFiles.publish(prepared.resolve(table), place(id, table));
        }
        if (checked.report().quarantined() > 0) {
            DeliveryFiles.publish(kept, quarantine(id));
        }
        return files;
    }

    private DeliveryFile file(UUID id, DeliverySource source, TableReport table, Path prepared) throws IOException {
        var name = table.table() + ".parquet";
        return new DeliveryFile(
                table.table(),
                table.file(),
                table.rows() - table.quarantined(),
                table.quarantined(),
                home.lake().relativize(place(id, table.table()).resolve(name)).toString(),
                Digests.sha256(prepared.resolve(table.table()).resolve(name)),
                source.schema(table.table()));
    }

    private Path note(UUID id) {
        return home.staging().resolve(id + NOTE);
    }

    private Path place(UUID id, String table) {
        return home.lake().resolve(table).resolve("delivery=" + id);
    }

    private Path quarantine(UUID id) {
        return home.quarantine().resolve("delivery=" + id);
    }

    /** Says that the manifest is committed. */
    void keep(UUID id) throws IOException {
        Files.deleteIfExists(note(id));
    }

    /** Takes away what has no manifest. */
    void undo(UUID id) throws IOException {
        if (Files.exists(note(id))) {
            var lines = Files.readAllLines(note(id));
            for (var table : lines.subList(Math.min(1, lines.size()), lines.size())) {
                FileSystemUtils.deleteRecursively(place(id, table));
            }
        }
        // A note of an earlier version names no tables.
        FileSystemUtils.deleteRecursively(place(id, TableDefinition.EPISODE));
        FileSystemUtils.deleteRecursively(quarantine(id));
        Files.deleteIfExists(note(id));
    }

    /**
     * The files of deliveries, each compared with its manifest.
     *
     * @throws Refused {@code lake.changed} when one is not what was landed
     */
    List<Path> files(List<Delivery> deliveries) {
        return deliveries.stream().map(this::file).toList();
    }

    Path file(Delivery delivery) {
        var file = home.lake().resolve(delivery.lakePath());
        try {
            if (!Files.exists(file) || !Digests.sha256(file).equals(delivery.lakeSha256())) {
                throw new Refused("lake.changed", delivery.lakePath());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what a process that was killed left half done. Only for the owner of the home folder, before others come.
     *
     * @param committed whether the manifest of a delivery of that organisation was committed
     */
    void tidy(BiPredicate<String, UUID> committed) throws IOException {
        for (var left : staged()) {
            var name = String.valueOf(left.getFileName());
            if (!name.endsWith(NOTE)) {
                FileSystemUtils.deleteRecursively(left);
                continue;
            }
            var id = UUID.fromString(name.substring(0, name.length() - NOTE.length()));
            if (committed.test(Files.readString(left).lines().findFirst().orElse(""), id)) {
                keep(id);
            } else {
                undo(id);
            }
        }
    }

    private List<Path> staged() throws IOException {
        try (var files = Files.list(home.staging())) {
            return new ArrayList<>(files.toList());
        }
    }
}
