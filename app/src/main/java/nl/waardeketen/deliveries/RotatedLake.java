// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import nl.waardeketen.analytics.LakeFiles;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.HomeFolder;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files of the lake written anew under a later key, beside those they replace. A note in the staging folder says which, until
 * the files that do not count are gone: the new ones before the version is entered, the old ones after.
 */
@Component
class RotatedLake {
    private static final String NOTE = ".rotating";

    private final HomeFolder home;
    private final Lake lake;

    RotatedLake(HomeFolder home, Lake lake) {
        this.home = home;
        this.lake = lake;
    }

    /** A file written anew; folders relative to the home. */
    record Rotated(Delivery delivery, DeliveryFile file, Path before, Path after) {}

    private Path note(String group, int version) {
        return home.staging().resolve(group + "." + version + NOTE);
    }

    /** Writes the files of deliveries anew, in their new places. */
    List<Rotated> write(String group, int version, byte[] key, List<Delivery> deliveries) throws IOException {
        var rotated = new ArrayList<Rotated>();
        try (var scratch = lake.scratch()) {
            var prepared = new ArrayList<Path>();
            for (var delivery : deliveries) {
                for (var file : delivery.files()) {
                    prepared.add(prepare(delivery, file, version, key, scratch, rotated));
                }
                prepareKept(delivery, key, scratch);
            }
            Files.write(note(group, version), lines(rotated, version));
            for (int i = 0; i < prepared.size(); i++) {
                DeliveryFiles.publish(
                        prepared.get(i), home.path().resolve(rotated.get(i).after()));
            }
            for (var delivery : deliveries) {
                publishKept(delivery, version, scratch);
            }
        }
        return rotated;
    }

    private Path prepare(
            Delivery delivery, DeliveryFile table, int version, byte[] key, Scratch scratch, List<Rotated> rotated)
            throws IOException {
        var file = lake.file(table);
        var folder = Files.createDirectory(scratch.folder().resolve(delivery.id() + "-" + table.table()));
        var written = folder.resolve(file.getFileName());
        LakeFiles.rotated(file, written, key, scratch);
        var before = Objects.requireNonNull(file.getParent());
        var after = before.resolveSibling("delivery=" + delivery.id() + "-key" + version);
        var path = home.lake().relativize(after.resolve(file.getFileName())).toString();
        rotated.add(new Rotated(
                delivery,
                table.at(path, Digests.sha256(written)),
                home.path().relativize(before),
                home.path().relativize(after)));
        return folder;
    }

    private static Path kept(Delivery delivery, Scratch scratch) {
        return scratch.folder().resolve(delivery.id() + "-kept");
    }

    private void prepareKept(Delivery delivery, byte[] key, Scratch scratch) throws IOException {
        var folder = lake.quarantine(delivery.id());
        if (!Files.isDirectory(folder)) {
            return;
        }
        var anew = Files.createDirectory(kept(delivery, scratch));
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                LakeFiles.rotatedTexts(file, anew.resolve(file.getFileName()), key, scratch);
            }
        }
    }

    private void publishKept(Delivery delivery, int version, Scratch scratch) throws IOException {
        var kept = kept(delivery, scratch);
        if (Files.exists(kept)) {
            DeliveryFiles.publish(kept, home.path().resolve(quarantineAfter(delivery, version)));
        }
    }

    private List<String> lines(List<Rotated> rotated, int version) {
        return rotated.stream()
                .map(each -> each.before() + "\t" + each.after() + "\t" + quarantine(each.delivery()) + "\t"
                        + quarantineAfter(each.delivery(), version))
                .toList();
    }

    private Path quarantine(Delivery delivery) {
        return home.path().relativize(lake.quarantine(delivery.id()));
    }

    private Path quarantineAfter(Delivery delivery, int version) {
        var before = quarantine(delivery);
        return before.resolveSibling(before.getFileName() + "-key" + version);
    }

    /** Takes away what does not count: the old files if the version was entered, else the new ones. */
    void end(String group, int version, boolean entered) throws IOException {
        var note = note(group, version);
        if (!Files.exists(note)) {
            return;
        }
        for (var line : Files.readAllLines(note)) {
            var folders = line.split("\t", -1);
            FileSystemUtils.deleteRecursively(home.path().resolve(folders[entered ? 0 : 1]));
            var quarantine = home.path().resolve(folders[2]);
            var anew = home.path().resolve(folders[3]);
            if (entered && Files.exists(anew)) {
                FileSystemUtils.deleteRecursively(quarantine);
                Files.move(anew, quarantine);
            }
            FileSystemUtils.deleteRecursively(anew);
        }
        Files.delete(note);
    }

    /**
     * Ends what a process that was killed left half done.
     *
     * @param entered whether that version of the key of a group was entered
     */
    void tidy(BiPredicate<String, Integer> entered) throws IOException {
        List<Path> notes;
        try (var files = Files.list(home.staging())) {
            notes = files.filter(file -> file.toString().endsWith(NOTE)).toList();
        }
        for (var note : notes) {
            var name = String.valueOf(note.getFileName());
            var parts = name.substring(0, name.length() - NOTE.length());
            int point = parts.lastIndexOf('.');
            var group = parts.substring(0, point);
            int version = Integer.parseInt(parts.substring(point + 1));
            end(group, version, entered.test(group, version));
        }
    }
}
