// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that only this user can read, for copies and spilled data; gone when closed or when the program is stopped. */
public final class Scratch implements AutoCloseable {
    private static final String PREFIX = "waardeketen-";

    private final Path folder;
    private final Thread whenStopped = new Thread(this::delete, "scratch");

    public Scratch() {
        this(temporary());
    }

    private Scratch(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(whenStopped);
    }

    /** Inside this folder, so that what it holds can be moved to a place beside it in one step. */
    public static Scratch inside(Path parent) throws IOException {
        return new Scratch(Files.createTempDirectory(parent, PREFIX));
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
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
