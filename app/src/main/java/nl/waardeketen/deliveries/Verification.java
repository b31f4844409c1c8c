// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves that the lake is what its manifests say, and nothing else. */
@Service
public class Verification {
    private static final String RESTORE = "restore it from a copy, or correct the delivery with --replaces";

    private final HomeFolder home;
    private final Lake lake;
    private final DeliveryRecords records;
    private final RegionKeys keys;
    private final Organisations organisations;
    private final OnBehalf onBehalf;
    private final TransactionTemplate transaction;

    Verification(
            HomeFolder home,
            Lake lake,
            DeliveryRecords records,
            RegionKeys keys,
            Organisations organisations,
            OnBehalf onBehalf,
            PlatformTransactionManager transactions) {
        this.home = home;
        this.lake = lake;
        this.records = records;
        this.keys = keys;
        this.organisations = organisations;
        this.onBehalf = onBehalf;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Something that is not as the manifests say.
     *
     * @param code stable word for what it is
     * @param path relative to the home folder
     */
    public record Difference(String code, String path, String text, String remedy) {}

    /** What was looked at, and all that is not as it should be, by path. */
    public record Verified(int deliveries, long rows, long bytes, List<Difference> differences) {
        public Verified {
            differences = List.copyOf(differences);
        }
    }

    /** Looks at every file of the lake, on all processors. */
    public Verified run() {
        try {
            var found = files();
            var kept = ofEveryOrganisation(DeliveryRecords::kept);
            var differences = new ArrayList<Difference>();
            long bytes = 0;
            for (var file : kept.stream().flatMap(this::places).toList()) {
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
            kept.parallelStream()
                    .map(delivery -> ManifestCheck.of(home, lake, delivery))
                    .toList()
                    .forEach(differences::addAll);
            differences.addAll(strangers(found, kept));
            differences.addAll(removed());
            differences.addAll(wrongKeys());
            differences.sort(Comparator.comparing(Difference::path).thenComparing(Difference::code));
            return new Verified(
                    kept.size(), kept.stream().mapToLong(Delivery::rows).sum(), bytes, differences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> places(Delivery delivery) {
        return delivery.files().stream().map(file -> home.lake().resolve(file.path()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home.lake());
                Stream<Path> kept = Files.walk(home.quarantine())) {
            return Stream.concat(files, kept)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private List<Delivery> ofEveryOrganisation(Function<DeliveryRecords, List<Delivery>> question) {
        return Objects.requireNonNull(transaction.execute(status -> {
            onBehalf.of(Organisations.HUB);
            var all = new ArrayList<Delivery>();
            for (var organisation :
                    organisations.all().stream().map(Organisation::code).toList()) {
                onBehalf.of(organisation);
                all.addAll(question.apply(records));
            }
            return all;
        }));
    }

    /** Files that no manifest names; one that is landing just now is none. */
    private List<Difference> strangers(List<Path> found, List<Delivery> before) throws IOException {
        var named = named(before);
        var unknown = found.stream().filter(file -> !named.contains(file)).toList();
        if (unknown.isEmpty()) {
            return List.of();
        }
        var landing = landing();
        var now = named(ofEveryOrganisation(DeliveryRecords::kept));
        var removed = named(ofEveryOrganisation(DeliveryRecords::removed));
        return unknown.stream()
                .filter(file -> Files.exists(file) && !now.contains(file) && !removed.contains(file))
                .filter(file ->
                        landing.stream().noneMatch(name -> file.toString().contains(name)))
                .map(file -> new Difference(
                        "file.no-manifest",
                        home.path().relativize(file).toString(),
                        "no manifest names this file",
                        "take it out of the folder; it counts nowhere"))
                .toList();
    }

    private Set<Path> named(Collection<Delivery> deliveries) {
        var named = new TreeSet<Path>();
        for (var delivery : deliveries) {
            places(delivery).forEach(named::add);
            delivery.files().stream()
                    .filter(file -> file.quarantined() > 0)
                    .forEach(file -> named.add(lake.quarantined(delivery, file)));
        }
        return named;
    }

    private Set<String> landing() throws IOException {
        try (var notes = Files.list(home.staging())) {
            return notes.map(note -> String.valueOf(note.getFileName()))
                    .filter(name -> name.endsWith(".landing"))
                    .map(name -> UUID.fromString(name.substring(0, name.length() - ".landing".length()))
                            .toString())
                    .collect(Collectors.toSet());
        }
    }

    private List<Difference> removed() {
        return ofEveryOrganisation(DeliveryRecords::removed).stream()
                .flatMap(delivery -> places(delivery)
                        .filter(Files::exists)
                        .map(file -> new Difference(
                                "file.not-removed",
                                home.path().relativize(file).toString(),
                                "the retention of delivery " + delivery.id() + " is over, and the file is still there",
                                "run waardeketen retention run")))
                .toList();
    }

    private List<Difference> wrongKeys() {
        var differences = new ArrayList<Difference>();
        for (var group : keys.groups()) {
            try {
                keys.verify(group);
            } catch (Refused e) {
                differences.add(new Difference(
                        e.code(),
                        "keys/" + group,
                        "a key with which pseudonyms of " + group
                                + " were made is not there, or another is in its place",
                        RESTORE.substring(0, RESTORE.indexOf(','))));
            }
        }
        return differences;
    }
}
