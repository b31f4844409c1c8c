// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A home folder whose database is being opened, while the rest of the program starts. Whoever takes the database closes it;
 * closed before, this closes it.
 */
public final class HomeOpening implements AutoCloseable {
    private final HomeFolder folder;
    private final HomeUse use;
    private final Secrets secrets;
    private final CompletableFuture<Database> database;
    private final AtomicBoolean taken = new AtomicBoolean();

    private HomeOpening(HomeFolder folder, HomeUse use) {
        this.folder = folder;
        this.use = use;
        secrets = new Secrets(folder.keys(), System.getenv());
        database = CompletableFuture.supplyAsync(
                () -> Database.open(folder, secrets, use.version()),
                work -> new Thread(work, "opening-database").start());
    }

    /** Begins to open the database of the folder. */
    public static HomeOpening begin(HomeFolder folder, HomeUse use) {
        return new HomeOpening(folder, use);
    }

    HomeFolder folder() {
        return folder;
    }

    HomeUse use() {
        return use;
    }

    Secrets secrets() {
        return secrets;
    }

    /** Waits until the database is open. */
    Database take() {
        taken.set(true);
        try {
            return database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    public void close() {
        if (!taken.get()) {
            database.thenAccept(Database::close).exceptionally(failure -> null).join();
        }
    }
}
