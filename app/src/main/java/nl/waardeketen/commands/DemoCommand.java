// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nl.waardeketen.access.Accounts;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.Benchmarking;
import nl.waardeketen.benchmarking.ReleaseWatch;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.home.Acting;
import nl.waardeketen.home.Secrets;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a made-up region, delivered, released and served from a home folder that is gone afterwards. */
@Command(
        name = "demo",
        description = {
            "Serve a made-up region: hospitals, deliveries, releases and accounts to look at it with.",
            "Everything is made anew, in a folder that is removed when the demo is stopped."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Example:", "  waardeketen demo --port 8081", "", "Exit code: 2 wrong usage, 3 internal fault."})
final class DemoCommand implements Callable<Integer> {
    private static final String ADDRESS = "127.0.0.1";
    private static final String REGION = "Zorgregio Merenland";
    private static final List<String> GROUPS = List.of("hip-fracture", "colorectal-cancer");
    private static final String FIRST = "demo";

    /** An account with what its hospital delivers. */
    private record DemoAccount(String name, String hospital, String delivers) {}

    private static final List<DemoAccount> ACCOUNTS = List.of(
            new DemoAccount(FIRST, "waterlinie", "hip fracture and colorectal cancer"),
            new DemoAccount("demo-hip", "noorderkaap", "hip fracture"),
            new DemoAccount("demo-colorectal", "horizont", "colorectal cancer"));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Default: 8080; 0 for any that is free.")
    private int port = 8080;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed gives another region. Default: 1.")
    private long seed = SampleSize.usual().seed();

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        var folder = Files.createTempDirectory("waardeketen-demo-");
        try (var running = RunningHome.serving(folder.resolve("home"), ADDRESS, port, REGION)) {
            running.afterwards(() -> remove(folder));
            err.println("Making a region and its releases …");
            err.flush();
            var region = folder.resolve("region");
            SampleRegion.write(region, size());
            long results = fill(running, region);
            tell(running, results);
            running.serve();
        } finally {
            remove(folder);
        }
        return ExitCode.DONE;
    }

    private void tell(RunningHome running, long results) {
        var out = spec.commandLine().getOut();
        var password = running.bean(Secrets.class).newPassword();
        out.println("Address:  http://" + ADDRESS + ":" + running.port() + "/");
        out.println("Account:  " + FIRST);
        out.println("Password: " + password);
        for (var account : ACCOUNTS) {
            running.bean(Accounts.class).create(account.name(), account.hospital(), "Demo", password);
            out.printf("  %-16s %s: %s%n", account.name(), account.hospital(), account.delivers());
        }
        out.println("ready: " + results + " results");
        out.flush();
    }

    private SampleSize size() {
        var usual = SampleSize.usual();
        return new SampleSize(
                usual.hospitals(), usual.quarters(), usual.episodesPerQuarter(), seed, usual.lastQuarter(), false);
    }

    private static long fill(RunningHome running, Path region) throws IOException {
        var organisations = OrganisationsCommand.read(region.resolve("organisations.csv"));
        GROUPS.forEach(group -> OrganisationsCommand.enter(running, organisations, group));
        for (var delivery : packages(region)) {
            var source = DeliverySources.read(delivery, null, KnownSets.bundled());
            Acting.as(
                    new Acting(source.sender(), "command demo"),
                    () -> running.bean(Deliveries.class).deliver(source));
        }
        return GROUPS.stream().mapToLong(group -> release(running, group)).sum();
    }

    private static long release(RunningHome running, String group) {
        var usual = SampleSize.usual();
        var last = Period.parse(usual.lastQuarter()).orElseThrow();
        var reference = new Period(last.until().minusMonths(3L * usual.quarters()), last.until());
        return Acting.as(
                        RunningHome.hub("demo"),
                        () -> running.bean(Benchmarking.class)
                                .release(group, reference, null, DuckDbEngine::open, ReleaseWatch.NOBODY))
                .results();
    }

    private static List<Path> packages(Path region) throws IOException {
        try (var folders = Files.list(region)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
