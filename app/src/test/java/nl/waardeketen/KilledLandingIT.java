// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static nl.waardeketen.HomeProcess.databaseOf;
import static nl.waardeketen.HomeProcess.inside;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.waardeketen.commands.CommandLineInterface;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed at random points while a delivery lands. The next one finds the lake as the manifests say, and what was
 * being delivered either whole or not there. {@code -Dwaardeketen.kills=100} takes a hundred points.
 */
class KilledLandingIT {
    private static final int KILLS = Integer.getInteger("waardeketen.kills", 8);
    private static final Pattern BEFORE = Pattern.compile("before (\\w+)");

    private final Path folder;
    private final Path home;
    private final Map<String, Integer> found = new TreeMap<>();

    KilledLandingIT(@TempDir Path folder) {
        this.folder = folder;
        home = folder.resolve("home");
    }

    @AfterEach
    void leaveNoDatabaseBehind() throws IOException {
        databaseOf(home).ifPresent(ProcessHandle::destroy);
    }

    private List<Path> packages() throws IOException {
        var region = folder.resolve("region");
        int hospitals = KILLS / 2 + 2;
        SampleRegion.write(region, new SampleSize(hospitals, 2, 40, 3, "2026Q3", false));
        var out = new PrintWriter(new StringWriter());
        var file = region.resolve("organisations.csv").toString();
        assertThat(CommandLineInterface.run(out, out, "organisations", file, "--home", home.toString()))
                .isZero();
        return inside(region).stream().filter(Files::isDirectory).toList();
    }

    @Test
    void leavesTheLakeWholeWheneverItIsKilled() throws IOException, InterruptedException {
        var packages = packages();
        var chance = new SplittableRandom(20_261);
        var window = ended(start(List.of(packages.get(0))));
        for (int kill = 1; kill <= KILLS; kill++) {
            var landing = start(packages.subList(kill - 1, kill + 1));
            assertThat(landing.reaches(() -> landing.says("ready")))
                    .as(landing.err())
                    .isTrue();
            Thread.sleep(chance.nextLong(window.toMillis() + 1));
            landing.kill();
            isSound(landing, kill == 1);
        }
        var last = start(packages.subList(KILLS, KILLS + 1));
        ended(last);
        assertThat(last.out()).contains("differences 0 []");
        assertThat(inside(home.resolve("lake/episode"))).hasSize(KILLS + 1);
        assertThat(inside(home.resolve("staging"))).isEmpty();
        assertThat(databaseOf(home)).isEmpty();
        System.out.println("of what was being delivered the next process found: " + found + ", within " + window);
    }

    private HomeProcess start(List<Path> packages) throws IOException {
        var arguments = new ArrayList<>(List.of(home.toString()));
        packages.forEach(delivery -> arguments.add(delivery.toString()));
        return HomeProcess.startMain(
                folder, "nl.waardeketen.commands.LandingProcess", arguments.toArray(String[]::new));
    }

    /** Lets it end; how long the last delivery took. */
    private static Duration ended(HomeProcess landing) throws InterruptedException {
        assertThat(landing.reaches(() -> landing.says("ready")))
                .as(landing.err())
                .isTrue();
        long begun = System.nanoTime();
        landing.reaches(() -> landing.says("done "));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(landing.exitCode()).as(landing.err()).isZero();
        return took;
    }

    private void isSound(HomeProcess landing, boolean first) {
        assertThat(landing.out()).contains("differences 0 []");
        var before = BEFORE.matcher(landing.out());
        assertThat(before.find()).as(landing.out() + landing.err()).isTrue();
        assertThat(before.group(1)).isIn("LANDED", "LANDED_WITH_QUARANTINE", "ALREADY_THERE");
        if (!first) {
            found.merge(before.group(1).equals("ALREADY_THERE") ? "whole" : "nothing", 1, Integer::sum);
        }
    }
}
