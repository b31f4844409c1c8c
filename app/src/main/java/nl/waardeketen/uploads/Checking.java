// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.DeliverySource;
import nl.waardeketen.deliveries.Examinations;
import nl.waardeketen.deliveries.Examined;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.NotFound;
import org.springframework.stereotype.Component;

/** Reads what was uploaded, and checks it; nothing lands. */
@Component
class Checking {
    private static final String REGISTRY = "registry";

    private final HomeFolder home;
    private final UploadFolders folders;
    private final UploadSettings settings;
    private final OutcomeSets outcomeSets;
    private final Organisations organisations;
    private final Examinations examinations;

    Checking(
            HomeFolder home,
            UploadFolders folders,
            UploadSettings settings,
            OutcomeSets outcomeSets,
            Organisations organisations,
            Examinations examinations) {
        this.home = home;
        this.folders = folders;
        this.settings = settings;
        this.outcomeSets = outcomeSets;
        this.organisations = organisations;
        this.examinations = examinations;
    }

    /** What is known of it before anybody accepts it. */
    StoredReport check(Upload upload) {
        try {
            return laidOut(upload, described -> {
                var source = described.source();
                requireOwn(upload, source);
                var examined = examine(upload, source);
                var problems = new ArrayList<>(examined.problems());
                problems.addAll(ofOthers(upload, examined.report()));
                examined.overlaps().stream()
                        .filter(overlap -> overlap.delivery() == null)
                        .forEach(overlap -> problems.add(Examinations.blocking(
                                "delivery.of-another",
                                "",
                                overlap.episodes() + " of its episodes were delivered by another organisation",
                                "ask the region which of you delivers them")));
                var own = examined.overlaps().stream()
                        .filter(overlap -> overlap.delivery() != null)
                        .toList();
                if (own.size() > 1) {
                    problems.add(Examinations.blocking(
                            "delivery.several",
                            "",
                            "its episodes are in " + own.size() + " earlier deliveries",
                            "withdraw all but one of these, or deliver a file for each"));
                }
                return new StoredReport(
                        described.form(),
                        described.description(),
                        source.outcomeSet().code(),
                        source.outcomeSet().version(),
                        examined.report().tables(),
                        problems,
                        Stream.concat(source.notes().stream(), examined.report().notes().stream())
                                .toList(),
                        examined.delays(),
                        examined.compared(),
                        own);
            });
        } catch (InvalidInput e) {
            return StoredReport.unreadable(e.problems());
        }
    }

    /** Lays the files out in a scratch folder for as long as the work takes. */
    <T> T laidOut(Upload upload, Function<ReceivedFiles.Described, T> work) {
        try (var scratch = Scratch.inside(home.staging())) {
            var folder = Files.createDirectory(scratch.folder().resolve("received"));
            var received = new ReceivedFiles(folder, settings);
            for (var file : upload.files()) {
                received.add(file, folders.file(upload.id(), file.number()));
            }
            return work.apply(received.describe(new KnownSets(this::registered)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<OutcomeSet> registered(String group) {
        try {
            return Optional.of(outcomeSets.newest(group));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private Examined examine(Upload upload, DeliverySource source) {
        try {
            Path kept = folders.quarantine(upload.id());
            return examinations.examine(source, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireOwn(Upload upload, DeliverySource source) {
        if (!source.sender().equals(upload.organisation())) {
            throw new InvalidInput(List.of(Examinations.blocking(
                    "delivery.sender",
                    source.sender(),
                    "the description names another organisation as the one that delivers",
                    "write " + upload.organisation() + ", or sign in with an account of that organisation")));
        }
    }

    /** Only who keeps a registry delivers for others. */
    private List<Problem> ofOthers(Upload upload, CheckReport report) {
        boolean registry = organisations.all().stream()
                .filter(organisation -> organisation.code().equals(upload.organisation()))
                .map(Organisation::kind)
                .anyMatch(REGISTRY::equals);
        return registry
                ? List.of()
                : report.organisations().stream()
                        .filter(organisation -> !organisation.code().equals(upload.organisation()))
                        .map(organisation -> Examinations.blocking(
                                "delivery.other-organisation",
                                organisation.code(),
                                organisation.rows() + " rows are of another organisation",
                                "leave them out; each organisation delivers its own patients"))
                        .toList();
    }
}
