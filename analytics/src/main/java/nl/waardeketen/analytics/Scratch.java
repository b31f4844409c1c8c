// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A folder that only this user can read, for copies and spilled data; gone when closed or when the program is stopped. */
public final class Scratch implements AutoCloseable {
    private static final String PREFIX = "waardeketen-";

    private static final String LOCK = ".lock";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final @Nullable FileChannel lock;
    private final AtomicLong made = new AtomicLong();
    private final Thread whenStopped = new Thread(this::delete, "scratch");

    public Scratch() {
        this(temporary(), null);
    }

    private Scratch(Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(whenStopped);
    }

    /**
     * Inside this folder, so that what it holds can be moved to a place beside it in one step. A lock says as long as it is
     * in use, so that {@link #sweep} takes away what a killed process left.
     */
    public static Scratch inside(Path parent) throws IOException {
        sweep(parent);
        var name = PREFIX + UUID.randomUUID();
        IN_USE.add(name);
        var channel =
                FileChannel.open(parent.resolve(name + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.tryLock();
        var folder = Files.createDirectory(parent.resolve(name), OWNER_ONLY);
        return new Scratch(folder, channel);
    }

    /** Takes away scratch folders of processes that are gone. */
    public static void sweep(Path parent) throws IOException {
        try (var files = Files.list(parent)) {
            for (var lock : files.filter(file -> file.toString().endsWith(LOCK)).toList()) {
                var fileName = String.valueOf(lock.getFileName());
                var name = fileName.substring(0, fileName.length() - LOCK.length());
                // Looking at a lock of this process would give it up.
                if (!IN_USE.contains(name)) {
                    sweep(parent.resolve(name), lock);
                }
            }
        }
    }

    private static void sweep(Path folder, Path lock) throws IOException {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                delete(folder);
                Files.deleteIfExists(lock);
            }
        } catch (NoSuchFileException e) {
            // Its process has just ended and taken it away.
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(PREFIX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** A name that no other file of this folder has or gets. */
    Path fresh(String ending) {
        return folder.resolve("file-" + made.incrementAndGet() + ending);
    }

    /** Keeps a copy of the stream. */
    public Path copy(InputStream stream, String name) throws IOException {
        var copy = folder.resolve(name);
        Files.copy(stream, copy);
        return copy;
    }

    @Override
    public void close() {
        delete();
        forget();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException e) {
            // The program is being stopped, and the hook finds nothing left to delete.
        }
    }

    private void delete() {
        try {
            delete(folder);
            if (lock != null) {
                var name = String.valueOf(folder.getFileName());
                Files.deleteIfExists(folder.resolveSibling(name + LOCK));
                lock.close();
                IN_USE.remove(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
