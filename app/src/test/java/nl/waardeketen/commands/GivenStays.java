// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small patient group that no other test knows, the mapping of a hospital's file, and deliveries of such files. */
final class GivenStays {
    static final String HEADER = "hospital,patient_nr,admitted,age,died,kind\n";

    private static final AtomicInteger GROUPS = new AtomicInteger();
    private static final Pattern DELIVERY = Pattern.compile("delivery ([0-9a-f-]{36})");

    private final Path folder;
    private final String group = "stays-" + GROUPS.incrementAndGet();

    GivenStays(Path folder) {
        this.folder = folder;
        write("outcome-set.yaml", outcomeSet(group));
        write("mapping.yaml", mapping());
    }

    static String outcomeSet(String group) {
        return """
                outcome-set: %s
                version: "1"
                title: {nl: Opnamen, en: Stays}
                variables:
                  - {code: admission, type: date, title: {nl: Opname, en: Admission}, required: true, source: test}
                  - {code: age, type: integer, title: {nl: Leeftijd, en: Age}, range: [0, 120], source: test}
                  - {code: died, type: flag, title: {nl: Overleden, en: Died}, source: test}
                  - code: type
                    type: category
                    title: {nl: Soort, en: Type}
                    categories: {"1": {nl: gepland, en: elective}, "2": {nl: spoed, en: emergency}}
                    source: test
                indicators:
                  - code: DEATH
                    domain: outcome
                    kind: proportion
                    title: {nl: Overleden, en: Deaths}
                    period-date: admission
                    population: "admission IS NOT NULL"
                    numerator: "died"
                    better: lower
                    words: {population: {nl: alle, en: all}, numerator: {nl: overleden, en: died}}
                    source: test
                """.formatted(group);
    }

    static String mapping() {
        return """
                outcome-set: outcome-set.yaml
                sender: registry
                organisations: register
                organisation: {column: hospital}
                patient: {column: patient_nr}
                variables:
                  admission: {column: admitted}
                  age: {column: age}
                  died: {column: died}
                  type: {column: kind}
                legal-basis: {purpose: test, ground: no-personal-data, retention-months: 12, document: test}
                """;
    }

    /** Rows without a header, of as many patients of two hospitals. */
    static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i % 2 == 0 ? "east" : "west") + ",P-" + (1000 + i) + ",2026-02-0" + (1 + i % 9) + ","
                        + (60 + i % 30) + "," + i % 2 + "," + (1 + i % 2) + "\n")
                .collect(Collectors.joining());
    }

    /** A file with a header. */
    static String file(int count) {
        return HEADER + rows(count);
    }

    String group() {
        return group;
    }

    /** Writes a file beside the mapping. */
    Path write(String name, String text) {
        return write(name, text.getBytes(UTF_8));
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AdjustRun deliver(String text) {
        return deliver(write("stays.csv", text));
    }

    AdjustRun deliver(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(
                "deliver",
                file.toString(),
                "--mapping",
                folder.resolve("mapping.yaml").toString(),
                "--home",
                TestHome.shared().path().toString()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    /** Delivers a file, of which nothing may be left; gives what was said, a line for each problem. */
    List<String> refused(String text) {
        return refused(write("stays.csv", text));
    }

    List<String> refused(Path file) {
        var before = TestHome.shared().landed();

        var run = deliver(file);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(TestHome.shared().landed()).isEqualTo(before);
        return run.err().lines().toList();
    }

    /** Where the sound rows of a delivery lie. */
    static Path landedFile(AdjustRun run) {
        var lake = TestHome.shared().path().resolve("lake/episode");
        return lake.resolve("delivery=" + deliveryId(run)).resolve("episode.parquet");
    }

    static String deliveryId(AdjustRun run) {
        var id = DELIVERY.matcher(run.out());
        assertThat(id.find()).as(run.out() + run.err()).isTrue();
        return id.group(1);
    }

    /** The landed rows, each value as text, the pseudonym in hexadecimal; in the order of the file. */
    static List<String> landedRows(AdjustRun run) {
        return query("SELECT concat_ws('|', organisation, hex(patient), admission, age, died, type) FROM read_parquet('"
                + landedFile(run) + "')");
    }

    /** The first column of an answer of the engine. */
    static List<String> query(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (answer.next()) {
                values.add(String.valueOf(answer.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
