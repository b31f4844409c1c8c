// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same however it is written: with spaces around it, or an identifier with other signs in it. */
class WrittenAlikeTests {
    private static final TablePlan PLAN = Plans.of(
            Variables.ADMISSION, Variables.ARRIVAL, Variables.AGE, Variables.WEIGHT, Variables.DIED, Variables.SEX);
    private static final String[] COLUMNS = {
        "organisation", "hex(patient)", "admission", "arrival", "age", "weight", "died", "sex"
    };
    private static final String HEADER = "hospital,id,admission,arrival,age,weight,died,sex";
    private static final List<List<String>> ROWS = List.of(
            List.of("A", "P1", "2026-01-01", "2026-01-01T10:00", "70", "60.5", "1", "1"),
            List.of("B", "P2", "31-12-2025", "31-12-2025 23:59", "070", "60", "nee", "2"),
            List.of("C", "P3", "2026-02-01 00:00", "2026-02-01 24:00", "7e1", "0.25", "TRUE", "1"),
            List.of("D", "P4", "20260301", "2026-03-01 10:20:59", "NA", "n/a", "NULL", "."),
            List.of("E", "P5", "1-2-2026", "2026-03-01 10:24:00", ".", ".", "0", "NaN"),
            List.of("F", "P6", ".", "31-12-2025 10:24:00", "-0", ".5", "ja", "n"),
            List.of("G", "P7", "", ".", "12", "1.5e2", "JA", "1"));

    private final Scratch scratch = new Scratch();

    @AfterEach
    void close() {
        scratch.close();
    }

    private List<String> landed(String before, String behind) throws IOException {
        var text = Stream.concat(
                        Stream.of(HEADER),
                        ROWS.stream()
                                .map(row -> row.stream()
                                        .map(value -> before + value + behind)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n", "", "\n"));
        return Plans.rows(Plans.land(text, PLAN, scratch, "landed" + text.length()), List.of(COLUMNS), scratch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"| ", " |", "  |   "})
    void readsValuesWithSpacesAroundThem(String around) throws IOException {
        var parts = around.split("\\|", -1);

        assertThat(landed(parts[0], parts[1])).isEqualTo(landed("", "")).hasSize(6);
    }

    private CheckReport report(String rows) throws IOException {
        var file = Files.writeString(scratch.folder().resolve("stays.csv"), HEADER + "\n" + rows);
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(Plans.lenient(PLAN, file, "stays.csv"), inner)) {
            return checked.report();
        }
    }

    @Test
    void findsACitizenServiceNumberWithASpaceBehindIt() throws IOException {
        assertThat(report("A,P1,2026-01-01,,123456782 ,,,\nA,P2,2026-01-02,,,123456782.0 ,,\n")
                        .problems())
                .extracting(Problem::line, Problem::column, Problem::rule)
                .contains(tuple(2L, "age", "identifier.bsn"), tuple(3L, "weight", "identifier.bsn"));
    }

    @Test
    void knowsAPatientHoweverTheIdentifierIsWritten() throws IOException {
        var report = report(
                "A,P1,2026-01-01,,70,,,\nA,p-1,2026-01-02,,70,,,\nA,P.1 ,2026-01-01,,70,,,\nA, p 1,2026-01-03,,70,,,\n");

        assertThat(report.problems()).extracting(Problem::line, Problem::rule).containsExactly(tuple(4L, "row.twice"));
    }

    @Test
    void missesAPatientOfWhomOnlySignsAreWritten() throws IOException {
        assertThat(report("A,-,2026-01-01,,70,,,\nA,. - ,2026-01-01,,70,,,\nA,+,2026-01-01,,70,,,\n")
                        .problems())
                .extracting(Problem::line, Problem::rule)
                .containsExactly(tuple(2L, "patient.missing"), tuple(3L, "patient.missing"));
    }
}
