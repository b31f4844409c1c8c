// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Patient-level data in files that are never changed. A file is prepared in the staging folder and moved to its place in one
 * step; a note says so until the manifest is committed, so that the next start can undo what was not.
 */
@Component
class Lake {
    private static final String TABLE = "episode";
    private static final String FILE = TABLE + ".parquet";
    private static final String QUARANTINED = "rows.csv";
    private static final String NOTE = ".landing";

    private final HomeFolder home;

    Lake(HomeFolder home) {
        this.home = home;
    }

    /**
     * A file in the lake.
     *
     * @param path relative to the lake
     */
    record LakeFile(String path, String sha256) {}

    /** A file that landed, and what did not because patients object. */
    record LandedFile(LakeFile file, LakeFiles.Found leftOut) {}

    Scratch scratch() throws IOException {
        return Scratch.inside(home.staging());
    }

    /** Puts the sound rows of a delivery in their place, and the others in quarantine; those of some patients nowhere. */
    LandedFile land(
            UUID id,
            DeliverySource source,
            CheckedDelivery checked,
            PseudonymKeys keys,
            Set<LeftOut> objecting,
            Scratch scratch)
            throws IOException {
        var prepared = Files.createDirectory(scratch.folder().resolve("landed"));
        var kept = Files.createDirectory(scratch.folder().resolve("kept"));
        checked.write(prepared.resolve(FILE), kept.resolve(QUARANTINED), keys);
        var leftOut = LakeFiles.leftOut(prepared.resolve(FILE), objecting, scratch);
        if (leftOut.rows() > 0) {
            leaveOut(prepared.resolve(FILE), objecting, scratch);
        }
        if (checked.quarantined() > 0 && !objecting.isEmpty()) {
            leaveOut(kept.resolve(QUARANTINED), objecting, scratch);
        }
        var sha256 = Digests.sha256(prepared.resolve(FILE));
        Files.writeString(note(id), source.sender());
        DeliveryFiles.publish(prepared, place(id));
        if (checked.quarantined() > 0) {
            DeliveryFiles.publish(kept, quarantine(id));
        }
        var path = home.lake().relativize(place(id).resolve(FILE)).toString();
        return new LandedFile(new LakeFile(path, sha256), leftOut);
    }

    private static void leaveOut(Path file, Set<LeftOut> objecting, Scratch scratch) throws IOException {
        var without = scratch.folder().resolve("without-" + file.getFileName());
        LakeFiles.without(file, without, objecting, scratch);
        Files.move(without, file, StandardCopyOption.REPLACE_EXISTING);
    }

    Path note(UUID id) {
        return home.staging().resolve(id + NOTE);
    }

    private Path place(UUID id) {
        return home.lake().resolve(TABLE).resolve("delivery=" + id);
    }

    Path quarantine(UUID id) {
        return home.quarantine().resolve("delivery=" + id);
    }

    /** Says that the manifest is committed. */
    void keep(UUID id) throws IOException {
        Files.deleteIfExists(note(id));
    }

    /** Takes away what has no manifest. */
    void undo(UUID id) throws IOException {
        FileSystemUtils.deleteRecursively(place(id));
        FileSystemUtils.deleteRecursively(quarantine(id));
        Files.deleteIfExists(note(id));
    }

    /** Takes a delivery out of the lake, in whichever version it is there. */
    void remove(Delivery delivery) throws IOException {
        var folder = home.lake().resolve(delivery.lakePath()).getParent();
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.deleteRecursively(place(delivery.id()));
        FileSystemUtils.deleteRecursively(quarantine(delivery.id()));
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
            if (committed.test(Files.readString(left), id)) {
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
