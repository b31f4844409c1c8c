// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A delimited file in the engine: the wanted columns, as text, under the name {@code extract}, every record of the file
 * in its order. Either all records could be read, or none is used.
 */
final class Extract implements AutoCloseable {
    private static final SqlFile REJECTS = SqlFile.named("extract/rejects");
    private static final int MOST_LISTED = 20;

    /** So many records of the beginning of a file that cannot be read are no exceptions. */
    private static final int HOPELESS = 500;

    /** Stands between texts that are joined, and for "no text is null"; no file of texts holds it. */
    static final String MARK = "\u001c\u001d\u001e\u001f";

    private final DuckDbEngine engine;
    private final DelimitedFile file;
    private final Map<String, Object> parameters;
    private final List<String> notes = new ArrayList<>();

    private Extract(DuckDbEngine engine, DelimitedFile file, Map<String, Object> parameters) {
        this.engine = engine;
        this.file = file;
        this.parameters = parameters;
    }

    /** How a file becomes a table. */
    interface Reading {
        Reading COMPARISON = texts(SqlFile.named("extract/rows"), SqlFile.named("extract/extract"));
        Reading DELIVERY = texts(SqlFile.named("delivery/rows"), SqlFile.named("delivery/extract"));
        Reading SERIES = texts(SqlFile.named("delivery/rows"), SqlFile.named("series/extract"));

        /** Reads the file, with the parameters that tell what it is. */
        void read(DuckDbEngine engine, Map<String, Object> parameters);

        /** Keeps the wanted columns as text. */
        private static Reading texts(SqlFile rows, SqlFile extract) {
            return (engine, parameters) -> {
                engine.keep("file_rows", rows, parameters);
                engine.define("extract", extract);
            };
        }
    }

    /** Reads the file, trying another encoding and line end where the first reading fails on them. */
    static Extract of(DelimitedFile found, Roles roles, Reading reading, Scratch scratch) throws IOException {
        return of(found, roles, reading, scratch, file -> DuckDbEngine.open(List.of(file), scratch.folder()));
    }

    /** The same in an engine that is given for the file that is read at last. */
    static Extract of(
            DelimitedFile found, Roles roles, Reading reading, Scratch scratch, Function<Path, DuckDbEngine> engines)
            throws IOException {
        var problems = roles.missing(found);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        if (found.large()) {
            refuseHopeless(found, roles, scratch);
        }
        var notes = new ArrayList<>(found.notes());
        var file = found;
        if (!file.plain()) {
            if (file.encoding() == Encoding.WINDOWS_1252) {
                notes.add(WINDOWS_NOTE);
            }
            file = file.rewritten(scratch);
        }
        var first = attempt(file, roles, reading, engines);
        if (first.isPresent() && first.get().rejects().stream().anyMatch(Reject::isEncoding)) {
            first.get().close();
            notes.add(WINDOWS_NOTE);
            first = attempt(found.asWindows1252().rewritten(scratch), roles, reading, engines);
        } else if (first.isEmpty() || (file == found && !first.get().rejects().isEmpty())) {
            first.ifPresent(Extract::close);
            first = attempt(found.rewritten(scratch), roles, reading, engines);
        }
        var extract = first.orElseThrow(() -> DelimitedFile.refused(
                found.name(),
                "file.unreadable",
                "the file cannot be read as delimited text",
                "check quotes and line ends, or save it again as CSV"));
        extract.notes.addAll(notes);
        try {
            extract.requireAllRead();
        } catch (InvalidInput e) {
            extract.close();
            throw e;
        }
        return extract;
    }

    /** The engine keeps every record that it cannot read, so that a large file of these is refused by its beginning. */
    private static void refuseHopeless(DelimitedFile found, Roles roles, Scratch scratch) throws IOException {
        var beginning = found.beginning(scratch);
        var read =
                attempt(beginning, roles, Reading.DELIVERY, file -> DuckDbEngine.open(List.of(file), scratch.folder()));
        if (read.isPresent()) {
            try (var extract = read.get()) {
                if (extract.rejects().size() >= HOPELESS) {
                    extract.requireAllRead();
                }
            }
        }
        Files.delete(beginning.path());
    }

    private static final String WINDOWS_NOTE = "The file is not UTF-8; it was read as Windows-1252.";

    private static Optional<Extract> attempt(
            DelimitedFile file, Roles roles, Reading reading, Function<Path, DuckDbEngine> engines) {
        var engine = engines.apply(file.path());
        Map<String, Object> parameters = Map.of(
                "file", file.path().toAbsolutePath().toString(),
                "separator", String.valueOf(file.header().separator()),
                "quote", String.valueOf(file.header().quote()),
                "columns", roles.named(file.header()),
                "wanted", roles.pattern(),
                "compression", file.gzip() ? "gzip" : "none",
                "skip", file.header().skippedLines(),
                "null_text", MARK);
        try {
            reading.read(engine, parameters);
            return Optional.of(new Extract(engine, file, parameters));
        } catch (EngineFailure e) {
            engine.close();
            if (e.unreadableFile() || (file.gzip() && e.unreadableBytes())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private record Reject(long offset, String error) {
        boolean isEncoding() {
            return error.equals("INVALID ENCODING");
        }

        String rule() {
            return switch (error) {
                case "MISSING COLUMNS" -> "record.too-short";
                case "TOO MANY COLUMNS" -> "record.too-long";
                case "UNQUOTED VALUE" -> "record.quote";
                default -> "record.unreadable";
            };
        }

        String text() {
            return switch (error) {
                case "MISSING COLUMNS" -> "the line has fewer values than the header has columns";
                case "TOO MANY COLUMNS" -> "the line has more values than the header has columns";
                case "UNQUOTED VALUE" -> "a quoted value is not closed, or is followed by other text";
                default -> "the line cannot be read (" + error.toLowerCase(Locale.ROOT) + ")";
            };
        }

        String remedy() {
            return switch (error) {
                case "UNQUOTED VALUE" -> "close the quote, or double it inside a value";
                case "MISSING COLUMNS", "TOO MANY COLUMNS" -> "put a value that holds the separator between quotes";
                default -> "repair the line";
            };
        }
    }

    private List<Reject> rejects() {
        return engine.query(REJECTS, Map.of(), Reject.class);
    }

    private void requireAllRead() throws IOException {
        var rejects = rejects();
        if (rejects.isEmpty()) {
            return;
        }
        var listed = rejects.subList(0, Math.min(rejects.size(), MOST_LISTED));
        var lines = file.linesOfOffsets(listed.stream().map(Reject::offset).toList());
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < listed.size(); i++) {
            var reject = listed.get(i);
            problems.add(new Problem(file.name(), lines.get(i), "", "", reject.rule(), reject.text(), reject.remedy()));
        }
        if (rejects.size() > listed.size()) {
            problems.add(new Problem(
                    file.name(),
                    Long.MAX_VALUE,
                    "",
                    "",
                    "record.more",
                    "and at least " + (rejects.size() - listed.size()) + " more lines that cannot be read",
                    "repair these first"));
        }
        throw new InvalidInput(problems);
    }

    DuckDbEngine engine() {
        return engine;
    }

    /** What tells the engine how to read the file again. */
    Map<String, Object> parameters() {
        return parameters;
    }

    DelimitedFile file() {
        return file;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        engine.close();
    }
}
