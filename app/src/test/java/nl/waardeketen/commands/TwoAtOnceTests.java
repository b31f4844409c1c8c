// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two deliveries at once do not disturb each other. */
class TwoAtOnceTests {
    private final GivenStays stays;

    TwoAtOnceTests(@TempDir Path folder) {
        stays = new GivenStays(folder);
    }

    private List<AdjustRun> atOnce(String one, String other) {
        var files = List.of(stays.write("one.csv", one), stays.write("other.csv", other));
        var threads = Executors.newFixedThreadPool(files.size());
        try {
            var runs = files.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> stays.deliver(file), threads))
                    .toList();
            return runs.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void landBoth() {
        var runs = atOnce(HEADER + rows(30), HEADER + rows(30).replace("2026-02", "2026-03"));

        assertThat(runs)
                .allSatisfy(run -> assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE));
        assertThat(Trust.release(stays).out()).contains("over 60 episodes");
    }

    @Test
    void landEveryEpisodeOnce() {
        var runs = atOnce(HEADER + rows(30), HEADER + rows(31));

        assertThat(Stream.of(0, 1).filter(i -> runs.get(i).exitCode() == ExitCode.DONE))
                .hasSize(1);
        assertThat(runs).anyMatch(run -> run.err().contains("[delivery.twice]"));
    }
}
