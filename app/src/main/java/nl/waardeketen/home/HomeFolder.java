// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything an installation keeps. One process owns it, by a lock of the operating system that
 * lasts as long as the process; while that process serves, others share its database.
 */
public final class HomeFolder implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final @Nullable FileLock lock;

    private HomeFolder(Path folder, @Nullable FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder, creating it when it is not there. Waits for a short command that owns it to end.
     *
     * @param toServe whether this process wants to own it for long
     * @throws Refused {@code home.served} when another process serves it and this one wants to as well, {@code home.busy}
     *     when a command keeps it too long, {@code home.not-one} when the folder holds something else
     */
    public static HomeFolder open(Path path, boolean toServe) {
        var folder = path.toAbsolutePath().normalize();
        try {
            prepare(folder);
            return waitFor(folder, toServe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refused("home.not-one", folder);
        }
        if (Files.isDirectory(folder) && !Files.exists(folder.resolve("lock"))) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new Refused("home.not-one", folder);
                }
            }
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }

    private static HomeFolder waitFor(Path folder, boolean toServe) throws IOException {
        for (long waited = 0; waited < LONGEST_WAIT.toMillis(); waited += BETWEEN_LOOKS.toMillis()) {
            var lock = tryLock(folder.resolve("lock"));
            if (lock != null) {
                var owned = new HomeFolder(folder, lock);
                // What a killed process left there would lead others to a database that is gone.
                owned.forgetAddress();
                return owned;
            }
            var running = new HomeFolder(folder, null);
            if (running.address().isPresent()) {
                if (toServe) {
                    throw new Refused("home.served", folder);
                }
                return running;
            }
            sleep();
        }
        throw new Refused("home.busy", folder);
    }

    private static @Nullable FileLock tryLock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the home folder", e);
        }
    }

    /** Whether this process holds the lock. */
    public boolean owned() {
        return lock != null;
    }

    public Path path() {
        return folder;
    }

    /** Where patient-level data lie. */
    public Path lake() {
        return created("lake");
    }

    /** Where a delivery is prepared; what is left there by a process that was stopped has no meaning. */
    public Path staging() {
        return created("staging");
    }

    /** Files that people are bringing over the pages, until they land or are taken back. */
    public Path uploads() {
        return created("uploads");
    }

    /** Rows that failed a check, with the reason. */
    public Path quarantine() {
        return created("quarantine");
    }

    Path postgres() {
        return created("postgres");
    }

    Path keys() {
        return created("keys");
    }

    private Path created(String name) {
        try {
            var created = Files.createDirectories(folder.resolve(name));
            Files.setPosixFilePermissions(created, OWNER_ONLY);
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path addressFile() {
        return folder.resolve("run");
    }

    /** Where the database of the process that serves this folder listens. */
    Optional<DatabaseAddress> address() {
        try {
            return DatabaseAddress.read(addressFile());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void publish(DatabaseAddress address) throws IOException {
        OwnerOnly.write(addressFile(), address.text());
    }

    void forgetAddress() throws IOException {
        Files.deleteIfExists(addressFile());
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                forgetAddress();
                lock.channel().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
