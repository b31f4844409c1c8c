// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waardeketen.home.Digests;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.shared.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Where uploaded files lie: a folder for each upload that only this user can read, in which each file goes by its number. */
@Component
class UploadFolders {
    private static final String QUARANTINE = "quarantine";

    private final HomeFolder home;

    UploadFolders(HomeFolder home) {
        this.home = home;
    }

    private Path folder(UUID id) {
        return home.uploads().resolve(id.toString());
    }

    Path file(UUID id, int number) {
        return folder(id).resolve(String.valueOf(number));
    }

    void create(Upload upload) {
        try {
            var folder = Files.createDirectory(
                    folder(upload.id()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (var file : upload.files()) {
                Files.createFile(folder.resolve(String.valueOf(file.number())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes bytes at a place of the file, and cuts off what stood behind it.
     *
     * @param most how many bytes may come
     * @param sha256 what the bytes must be, or empty when that is not known
     * @return how many came
     * @throws Invalid {@code upload.too-large} or {@code upload.damaged}, with nothing written
     */
    long append(UUID id, int number, long offset, long most, InputStream bytes, String sha256) {
        try (var channel = FileChannel.open(file(id, number), StandardOpenOption.WRITE)) {
            // A part is small enough to be held, so that a damaged one leaves no trace.
            var part = bytes.readNBytes(Math.toIntExact(Math.min(most, Uploads.MOST_OF_A_PART) + 1));
            if (part.length > most) {
                throw new Invalid("upload.too-large");
            }
            if (!sha256.isEmpty() && !Digests.sha256(part).equals(sha256)) {
                throw new Invalid("upload.damaged");
            }
            channel.truncate(offset);
            channel.position(offset);
            for (var left = ByteBuffer.wrap(part); left.hasRemaining(); ) {
                channel.write(left);
            }
            return part.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folder for rows that would go to quarantine. */
    Path quarantine(UUID id) {
        try {
            return Files.createDirectories(folder(id).resolve(QUARANTINE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files with quarantined rows: of the delivery if it landed, else of the upload. */
    List<Path> quarantined(Upload upload) {
        var folder = upload.delivery() == null
                ? folder(upload.id()).resolve(QUARANTINE)
                : home.quarantine().resolve("delivery=" + upload.delivery());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(UUID id) {
        try {
            FileSystemUtils.deleteRecursively(folder(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away folders of uploads that are not there, unless they may be of one that has just begun. */
    void keepOnly(Set<UUID> known, Instant untouchedSince) {
        try (Stream<Path> folders = Files.list(home.uploads())) {
            for (var folder : folders.toList()) {
                boolean old = Files.getLastModifiedTime(folder).toInstant().isBefore(untouchedSince);
                if (old && known.stream().noneMatch(id -> folder.endsWith(id.toString()))) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
