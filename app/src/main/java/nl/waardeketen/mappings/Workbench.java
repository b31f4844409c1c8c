// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.waardeketen.analytics.FileProfile;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Extracts that are worked on, each seen by its organisation only and taken away after some hours. */
@Component
class Workbench {
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int MOST_OF_ONE = 3;
    private static final int MOST_FILES = 10;

    private final HomeFolder home;
    private final Clock clock;
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(Workbench::daemon);
    private final Map<UUID, Extract> opened = new ConcurrentHashMap<>();
    private final Map<UUID, MappingDraft> drafts = new ConcurrentHashMap<>();
    private final Map<UUID, Checked> checked = new ConcurrentHashMap<>();

    /** What was found with a draft, so that looking again costs nothing. */
    private record Checked(MappingDraft draft, MappingPreview preview) {}

    Workbench(HomeFolder home, Clock clock) {
        this.home = home;
        this.clock = clock;
        var unused = cleaner.scheduleWithFixedDelay(this::closeOld, 10, 10, TimeUnit.MINUTES);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "extracts");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Takes files in and looks at them.
     *
     * @throws nl.waardeketen.analytics.InvalidInput when one cannot be read
     */
    Extract open(String organisation, OutcomeSet set, List<MultipartFile> files, @Nullable SavedMapping based) {
        var given = files.stream().filter(file -> !file.isEmpty()).toList();
        if (given.isEmpty() || given.size() > MOST_FILES) {
            throw new Invalid("mapping.files", MOST_FILES);
        }
        tidy(organisation);
        try {
            var scratch = Scratch.inside(home.staging());
            try {
                return kept(organisation, set, given, based, scratch);
            } catch (IOException | RuntimeException e) {
                scratch.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Extract kept(
            String organisation,
            OutcomeSet set,
            List<MultipartFile> given,
            @Nullable SavedMapping based,
            Scratch scratch)
            throws IOException {
        var folder = Files.createDirectory(scratch.folder().resolve("extract"));
        var files = new ArrayList<ExtractFile>();
        for (var file : given) {
            var name = name(file.getOriginalFilename(), folder);
            var path = folder.resolve(name);
            try (var stream = file.getInputStream()) {
                Files.copy(stream, path);
            }
            files.add(new ExtractFile(name, "", path, FileProfile.of(path, name, null, scratch)));
        }
        var id = UUID.randomUUID();
        var extract = new Extract(id, organisation, set, scratch, folder, files, based, clock.instant());
        opened.put(id, extract);
        return extract;
    }

    /** A name without folders, and with signs only that a mapping may hold anywhere. */
    private static String name(@Nullable String given, Path folder) {
        var last = (given == null ? "" : given).replaceAll(".*[/\\\\]", "");
        var plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "-").replaceAll("^[. -]+", "");
        var name = plain.isEmpty() ? "extract" : plain.substring(Math.max(0, plain.length() - 80));
        int number = 1;
        var free = name;
        while (Files.exists(folder.resolve(free))) {
            number++;
            free = number + "-" + name;
        }
        return free;
    }

    /**
     * An extract of that organisation.
     *
     * @throws NotFound {@code mapping.extract} when there is none, or it is of another
     */
    Extract of(String organisation, UUID id) {
        var extract = opened.get(id);
        if (extract == null || !extract.organisation().equals(organisation)) {
            throw new NotFound("mapping.extract");
        }
        return extract;
    }

    /** Keeps what was filled in so far. */
    void keep(Extract extract, MappingDraft draft) {
        drafts.put(extract.id(), draft);
    }

    Optional<MappingDraft> draft(Extract extract) {
        return Optional.ofNullable(drafts.get(extract.id()));
    }

    /** What the draft comes to, worked out once. */
    MappingPreview preview(Extract extract, MappingDraft draft, Supplier<MappingPreview> work) {
        var before = checked.get(extract.id());
        if (before != null && before.draft().equals(draft)) {
            return before.preview();
        }
        var preview = work.get();
        checked.put(extract.id(), new Checked(draft, preview));
        return preview;
    }

    void close(Extract extract) {
        checked.remove(extract.id());
        opened.remove(extract.id());
        drafts.remove(extract.id());
        extract.scratch().close();
    }

    /** Takes away what nobody works on any more. */
    void closeOld() {
        var oldest = clock.instant().minus(LONGEST);
        opened.values().stream()
                .filter(extract -> extract.openedAt().isBefore(oldest))
                .toList()
                .forEach(this::close);
    }

    private void tidy(String organisation) {
        closeOld();
        var own = opened.values().stream()
                .filter(extract -> extract.organisation().equals(organisation))
                .sorted(Comparator.comparing(Extract::openedAt))
                .toList();
        own.subList(0, Math.max(0, own.size() - MOST_OF_ONE + 1)).forEach(this::close);
    }

    @PreDestroy
    void closeAll() {
        cleaner.shutdownNow();
        opened.values().forEach(extract -> extract.scratch().close());
    }
}
