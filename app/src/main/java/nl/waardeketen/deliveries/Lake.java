// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.LakeFiles;
import nl.waardeketen.analytics.LakeFiles.LeftOut;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Patient-level data in files that are never changed. A file is prepared in the staging folder and moved to its place in one
 * step; a note lists them until the manifest is committed, so that the next start can undo what was not.
 */
@Component
class Lake {
    private static final String NOTE = ".landing";

    private static final String QUARANTINED_BEFORE = "rows.csv";

    private final HomeFolder home;

    Lake(HomeFolder home) {
        this.home = home;
    }

    /**
     * Files that landed, and what did not because patients object.
     *
     * @param objecting how many patients who object it named
     */
    record Landed(List<DeliveryFile> files, long leftOut, long objecting) {
        Landed {
            files = List.copyOf(files);
        }
    }

    Scratch scratch() throws IOException {
        return Scratch.inside(home.staging());
    }

    /** Puts the sound rows of every table in their place, and the others in quarantine; those of some patients nowhere. */
    Landed land(
            UUID id,
            DeliverySource source,
            CheckedDelivery checked,
            PseudonymKeys keys,
            Set<LeftOut> objecting,
            Scratch scratch)
            throws IOException {
        var prepared = Files.createDirectory(scratch.folder().resolve("landed"));
        var kept = Files.createDirectory(scratch.folder().resolve("kept"));
        var leftOut = checked.write(prepared, kept, keys, objecting);
        var files = new ArrayList<DeliveryFile>();
        for (var table : checked.report().tables()) {
            files.add(file(id, source, table, leftOut.get(table.table()), prepared));
        }
        publish(id, source, files, prepared, kept);
        var patients = leftOut.values().stream().flatMap(each -> each.patients().stream());
        return new Landed(
                files,
                leftOut.values().stream().mapToLong(LakeFiles.Found::rows).sum(),
                patients.distinct().count());
    }

    private void publish(UUID id, DeliverySource source, List<DeliveryFile> files, Path prepared, Path kept)
            throws IOException {
        var tables = files.stream().map(DeliveryFile::table).toList();
        Files.writeString(note(id), source.sender() + "\n" + String.join("\n", tables));
        for (var table : tables) {
            DeliveryFiles.publish(prepared.resolve(table), place(id, table));
        }
        if (files.stream().anyMatch(file -> file.quarantined() > 0)) {
            DeliveryFiles.publish(kept, quarantine(id));
        }
    }

    private DeliveryFile file(
            UUID id, DeliverySource source, TableReport table, LakeFiles.@Nullable Found leftOut, Path prepared)
            throws IOException {
        var name = table.table() + ".parquet";
        return new DeliveryFile(
                table.table(),
                table.file(),
                table.rows() - table.quarantined() - (leftOut == null ? 0 : leftOut.rows()),
                table.quarantined(),
                home.lake().relativize(place(id, table.table()).resolve(name)).toString(),
                Digests.sha256(prepared.resolve(table.table()).resolve(name)),
                source.schema(table.table()));
    }

    Path note(UUID id) {
        return home.staging().resolve(id + NOTE);
    }

    private Path place(UUID id, String table) {
        return home.lake().resolve(table).resolve("delivery=" + id);
    }

    Path quarantine(UUID id) {
        return home.quarantine().resolve("delivery=" + id);
    }

    /** Where the quarantined rows of a table are; those of earlier versions are under one name. */
    Path quarantined(Delivery delivery, DeliveryFile file) {
        var before = quarantine(delivery.id()).resolve(QUARANTINED_BEFORE);
        return Files.exists(before) ? before : before.resolveSibling(file.table() + ".csv");
    }

    /** Takes a delivery out of the lake, in whichever version it is there. */
    void remove(Delivery delivery) throws IOException {
        for (var file : delivery.files()) {
            FileSystemUtils.deleteRecursively(home.lake().resolve(file.path()).getParent());
            FileSystemUtils.deleteRecursively(place(delivery.id(), file.table()));
        }
        FileSystemUtils.deleteRecursively(quarantine(delivery.id()));
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
     * The episodes of deliveries, each file compared with its manifest.
     *
     * @throws Refused {@code lake.changed} when one is not what was landed
     */
    List<Path> files(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.episodes().stream())
                .map(this::file)
                .toList();
    }

    Path file(DeliveryFile table) {
        var file = home.lake().resolve(table.path());
        try {
            if (!Files.exists(file) || !Digests.sha256(file).equals(table.sha256())) {
                throw new Refused("lake.changed", table.path());
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
