// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hospital's part of a pseudonym: a delimited file with the first stage, HMAC-SHA-256 of the normalised identifier
 * under the senders' key in 64 hexadecimal digits, in the place of the identifier. Everything else stays as it is.
 */
public final class FirstStage {
    private static final SqlFile FIRST_STAGE = SqlFile.named("delivery/first_stage");
    private static final SqlFile SIZES = SqlFile.named("delivery/first_stage_sizes");
    private static final int MOST_LISTED = 50;
    /** A number or time with nine digits behind the point. */
    private static final String DECIMALS = "[-+0-9T: ]*[0-9][.,][0-9]{9,}";

    private final DelimitedFile found;
    private final Extract extract;
    private final int patient;
    private final List<Problem> problems = new ArrayList<>();

    private FirstStage(DelimitedFile found, Extract extract, int patient) {
        this.found = found;
        this.extract = extract;
        this.patient = patient;
    }

    /**
     * What was written.
     *
     * @param notes what a careful sender should know of how the file was read
     */
    public record Written(long rows, long patients, List<String> notes) {}

    private record Place(long record) {}

    /**
     * Writes the file, UTF-8 with commas, whole or not at all.
     *
     * @param name how to call the file in problems
     * @param part sheet of a workbook, or entry of a zip; {@code null} where there is one table
     * @param column that holds the identifier
     * @param sender the senders' key
     * @throws InvalidInput when an identifier is missing, when another column holds what may be a citizen service number, or
     *     when the file cannot be read
     */
    public static Written write(Path file, String name, @Nullable String part, String column, byte[] sender, Path to)
            throws IOException {
        try (var scratch = new Scratch()) {
            var found = TableFile.inspect(file, name, List.of(column), part, scratch);
            return write(found, column, sender, to, scratch);
        }
    }

    private static Written write(DelimitedFile found, String column, byte[] sender, Path to, Scratch scratch)
            throws IOException {
        var names = found.header().names();
        var wanted = new ArrayList<>(names);
        if (!names.contains(column)) {
            wanted.add(column);
        }
        try (var extract = Extract.of(found, Roles.numbered(wanted), Extract.Reading.DELIVERY, scratch)) {
            return new FirstStage(found, extract, names.indexOf(column)).write(sender, to, scratch);
        }
    }

    private Written write(byte[] sender, Path to, Scratch scratch) throws IOException {
        var engine = extract.engine();
        engine.keep("staged", query("SELECT record, given(c" + patient + ") AS patient FROM extract"), Map.of());
        long rows = number(query("SELECT count(*) AS answer FROM extract"));
        if (rows == 0) {
            throw DelimitedFile.refused(
                    found.name(), "file.no-rows", "the file has a header but no rows", "add the rows");
        }
        findMissing();
        findFirstStages();
        findNumbers();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        engine.defineFunction(Pseudonyms.KEYED, PseudonymKeys.firstStage(sender));
        engine.keep("first_stage", FIRST_STAGE, Map.of());
        var body = scratch.folder().resolve("body.csv");
        engine.writeTexts(body, body());
        publish(body, to);
        long patients = number(query("SELECT count(DISTINCT first_stage) AS answer FROM first_stage"));
        return new Written(rows, patients, extract.notes());
    }

    private static ComposedQuery query(String text) {
        return new ComposedQuery("delivery/first stage", text);
    }

    private long number(ComposedQuery query) {
        return Math.round(extract.engine().numbers(query, Map.of()).column("answer")[0]);
    }

    private void findMissing() throws IOException {
        var where = " FROM staged WHERE patient IS NULL OR identifier(patient) = ''";
        long missing = number(query("SELECT count(*) AS answer" + where));
        var records = extract
                .engine()
                .query(query("SELECT record" + where + " ORDER BY record LIMIT " + MOST_LISTED), Map.of(), Place.class)
                .stream()
                .map(Place::record)
                .toList();
        for (var line : extract.file().linesOfRecords(records)) {
            add(line, patient, "patient.missing", "the patient identifier is missing", "fill it in");
        }
        if (missing > records.size()) {
            var text = "and " + (missing - records.size()) + " more rows without a patient identifier";
            add(Long.MAX_VALUE, patient, "patient.missing", text, "fill it in");
        }
    }

    private void findFirstStages() throws IOException {
        var sizes = extract.engine().numbers(SIZES, Map.of());
        long done = Math.round(sizes.column("first_stage")[0]);
        if (done > 0) {
            add(
                    line(sizes.column("first_stage_record")[0]),
                    patient,
                    "patient.first-stage",
                    "this is no identifier but the first stage of a pseudonym (" + done + " rows)",
                    "start from the file with identifiers, or deliver this one as it is");
        }
    }

    /** Anything that may be a citizen service number outside the column of identifiers would leave the house. */
    private void findNumbers() throws IOException {
        var others = IntStream.range(0, found.header().names().size())
                .filter(i -> i != patient)
                .boxed()
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var tested = join(
                others, "looks_like_bsn(c%1$d) AND NOT regexp_full_match(trim(c%1$d), '" + DECIMALS + "') AS b%1$d");
        var counted = join(others, "count(*) FILTER (b%1$d) AS n%1$d, min(record) FILTER (b%1$d) AS r%1$d");
        var table = extract.engine()
                .numbers(
                        query("SELECT " + counted + " FROM (SELECT record, " + tested + " FROM extract) AS tested"),
                        Map.of());
        for (int column : others) {
            long times = Math.round(table.column("n" + column)[0]);
            if (times > 0) {
                add(
                        line(table.column("r" + column)[0]),
                        column,
                        "identifier.bsn",
                        "this may be a citizen service number: it stands the eleven-test (" + times + " rows)",
                        "take the column out, or name it with --patient if it is the identifier");
            }
        }
    }

    private static String join(List<Integer> columns, String form) {
        return columns.stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    private long line(double record) throws IOException {
        return extract.file().linesOfRecords(List.of(Math.round(record))).get(0);
    }

    private void add(long line, int column, String rule, String text, String remedy) {
        problems.add(new Problem(found.name(), line, found.header().names().get(column), "", rule, text, remedy));
    }

    private ComposedQuery body() {
        var columns = IntStream.range(0, found.header().names().size())
                .mapToObj(i -> i == patient ? "first_stage AS c" + i : "c" + i)
                .collect(Collectors.joining(", "));
        return query("SELECT " + columns + " FROM extract JOIN first_stage ON given(c" + patient
                + ") = first_stage.patient ORDER BY record");
    }

    /** The header has the sender's own names, which never reach a question; the rows come as the engine wrote them. */
    private void publish(Path body, Path to) throws IOException {
        var folder = to.toAbsolutePath().getParent();
        var written = Files.createTempFile(folder, ".new-", ".csv");
        try {
            try (var out = Files.newOutputStream(written);
                    var rows = Files.newInputStream(body)) {
                out.write(header().getBytes(StandardCharsets.UTF_8));
                rows.transferTo(out);
                out.flush();
            }
            Files.move(written, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private String header() {
        return found.header().names().stream()
                .map(name -> name.matches("[\\p{L}\\p{N} ._-]+") ? name : "\"" + name.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\n"));
    }
}
