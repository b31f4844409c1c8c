// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.waardeketen.home.Digests;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refused;
import nl.waardeketen.uploads.Upload.State;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives files in parts. Of each file it is always known how many bytes are there, so that whoever was cut off goes on. */
@Service
@EnableConfigurationProperties(UploadSettings.class)
class Uploads {
    /** Bytes; browsers send parts of this size and make digests of them. */
    static final int PART = 4 << 20;

    /** Bytes that one request may bring for one file. */
    static final int MOST_OF_A_PART = 8 << 20;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._()+,=@-]{0,119}");

    private final UploadRecords records;
    private final UploadFolders folders;
    private final UploadSettings settings;
    private final Clock clock;

    Uploads(UploadRecords records, UploadFolders folders, UploadSettings settings, Clock clock) {
        this.records = records;
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
    }

    /** A file that is about to come. */
    record Announced(String name, long size) {}

    /**
     * Makes room for files.
     *
     * @throws Invalid {@code upload.empty}, {@code upload.too-large}, {@code upload.too-many} or {@code upload.name}
     * @throws Refused {@code upload.too-many-open}
     */
    @Transactional
    public Upload start(Viewer viewer, List<Announced> announced) {
        var files = files(announced);
        long open = records.all().stream()
                .filter(upload ->
                        upload.state() == State.RECEIVING && upload.account().equals(viewer.account()))
                .count();
        if (open >= settings.open()) {
            throw new Refused("upload.too-many-open", settings.open());
        }
        var now = thisMoment();
        var upload = new Upload(
                UUID.randomUUID(),
                viewer.organisation(),
                viewer.account(),
                viewer.displayName(),
                now,
                now,
                State.RECEIVING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                files);
        records.add(upload);
        folders.create(upload);
        return upload;
    }

    private List<UploadedFile> files(List<Announced> announced) {
        if (announced.isEmpty() || announced.stream().anyMatch(file -> file.size() <= 0)) {
            throw new Invalid("upload.empty");
        }
        if (announced.size() > settings.files()) {
            throw new Invalid("upload.too-many", settings.files());
        }
        var files = new ArrayList<UploadedFile>();
        long size = 0;
        for (var file : announced) {
            var name = baseName(file.name());
            if (!NAME.matcher(name).matches()
                    || files.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
                throw new Invalid("upload.name");
            }
            size = file.size() > settings.most().toBytes() ? Long.MAX_VALUE / 2 : size + file.size();
            files.add(new UploadedFile(files.size(), name, file.size(), 0));
        }
        if (size > settings.most().toBytes()) {
            throw new Invalid("upload.too-large", settings.most().toMegabytes());
        }
        return files;
    }

    /** Browsers of old send the whole path. */
    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
    }

    static boolean isPlainName(String name) {
        return NAME.matcher(name).matches();
    }

    private Instant thisMoment() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * An upload of the organisation that acts.
     *
     * @throws NotFound {@code upload.unknown} also when it is of another organisation
     */
    @Transactional(readOnly = true)
    public Upload require(UUID id) {
        return records.find(id).orElseThrow(() -> new NotFound("upload.unknown", id));
    }

    @Transactional(readOnly = true)
    public List<Upload> all() {
        return records.all();
    }

    private Upload receiving(Viewer viewer, UUID id) {
        var upload = records.hold(id).orElseThrow(() -> new NotFound("upload.unknown", id));
        if (!upload.account().equals(viewer.account())) {
            throw new NotFound("upload.unknown", id);
        }
        if (upload.state() != State.RECEIVING) {
            throw new Refused("upload.complete", id);
        }
        return upload;
    }

    private static UploadedFile file(Upload upload, int number) {
        return upload.files().stream()
                .filter(file -> file.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("upload.unknown", number));
    }

    /**
     * Takes a part of a file.
     *
     * @return how many bytes of the file are there; other than asked when the part does not follow on what is there
     */
    @Transactional
    public long append(Viewer viewer, UUID id, int number, long offset, String sha256, InputStream bytes) {
        var file = file(receiving(viewer, id), number);
        if (offset != file.received()) {
            return file.received();
        }
        long came = folders.append(id, number, offset, file.size() - offset, bytes, sha256);
        records.received(id, number, offset + came, thisMoment());
        return offset + came;
    }

    /**
     * Says that everything is there.
     *
     * @param digests of the files, as {@link Digests#sha256OfBlocks} makes them; empty when the sender could not make them
     * @throws Refused {@code upload.incomplete}
     */
    @Transactional
    public boolean finish(Viewer viewer, UUID id, List<String> digests) {
        var upload = receiving(viewer, id);
        if (upload.files().stream().anyMatch(file -> !file.complete())) {
            throw new Refused("upload.incomplete", id);
        }
        boolean same = true;
        for (int i = 0; i < digests.size() && i < upload.files().size(); i++) {
            if (!digests.get(i).equals(digest(id, i))) {
                records.received(id, i, 0, thisMoment());
                same = false;
            }
        }
        if (same) {
            records.move(id, State.RECEIVING, State.CHECKING, null);
        }
        return same;
    }

    private String digest(UUID id, int number) {
        try {
            return Digests.sha256OfBlocks(folders.file(id, number), PART);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes back what is coming or being checked; nothing of it stays. */
    @Transactional
    public void cancel(UUID id) {
        var upload = records.hold(id).orElseThrow(() -> new NotFound("upload.unknown", id));
        if (upload.state() != State.RECEIVING && upload.state() != State.CHECKING) {
            throw new Refused("upload.checked", id);
        }
        records.delete(id);
        folders.delete(id);
    }

    /**
     * Decides that it lands.
     *
     * @throws Refused {@code upload.not-waiting} when it is not waiting for that
     */
    @Transactional
    public void accept(Viewer viewer, UUID id, @Nullable UUID replaces) {
        require(id);
        if (!records.move(id, State.WAITING, State.LANDING, replaces)) {
            throw new Refused("upload.not-waiting", id);
        }
        records.endedBy(id, viewer.account());
    }

    /** Takes back what was checked and did not land; its report stays, its files do not. */
    @Transactional
    public void withdraw(Viewer viewer, UUID id, String reason) {
        var upload = records.hold(id).orElseThrow(() -> new NotFound("upload.unknown", id));
        if (upload.state() != State.WAITING && upload.state() != State.UNUSABLE) {
            throw new Refused("upload.not-waiting", id);
        }
        records.ended(id, State.WITHDRAWN, viewer.account(), reason, thisMoment());
        folders.delete(id);
    }
}
