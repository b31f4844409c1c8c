// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Says what a command is doing once it takes longer than two seconds and somebody is watching. */
final class Progress implements AutoCloseable {
    /** Set by the launcher when standard error is a terminal, which Java 17 cannot tell. */
    private static final String WATCHED = "waardeketen.watched";

    private static final long SECONDS_BEFORE_SPEAKING = 2;

    private final PrintWriter err;
    private final @Nullable ScheduledExecutorService clock;
    private volatile String doing = "";

    private Progress(PrintWriter err, @Nullable ScheduledExecutorService clock) {
        this.err = err;
        this.clock = clock;
    }

    static Progress on(PrintWriter err) {
        if (!Boolean.getBoolean(WATCHED)) {
            return new Progress(err, null);
        }
        var clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var progress = new Progress(err, clock);
        var unused = clock.scheduleAtFixedRate(
                progress::speak, SECONDS_BEFORE_SPEAKING, SECONDS_BEFORE_SPEAKING, TimeUnit.SECONDS);
        return progress;
    }

    void says(String doing) {
        this.doing = doing;
    }

    private void speak() {
        err.println(doing + " …");
        err.flush();
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
