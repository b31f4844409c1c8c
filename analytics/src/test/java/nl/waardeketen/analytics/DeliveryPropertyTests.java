// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, each of its rows either lands or is kept apart with a reason. */
class DeliveryPropertyTests {
    private static final TablePlan PLAN = Plans.of(
            Variables.required(Variables.ADMISSION),
            Variables.within(Variables.AGE, 18.0, 115.0),
            Variables.WEIGHT,
            Variables.required(Variables.DIED),
            Variables.SEX,
            Variables.REMARK);
    private static final List<List<String>> VALUES = List.of(
            List.of("A", "0A", "B\"B", "C,C", " D ", "É", ""),
            List.of("1", "01", "1.2", "x y", "", "NA"),
            List.of("2026-01-01", "31-12-2025", "2026-02-30", "", "yesterday"),
            List.of("18", "70", "115", "17", "116", "70.5", "abc", "", "NA", "1e2"),
            List.of("60.5", "60,5", "-1", "1e300", "inf", "x", ""),
            List.of("1", "0", "ja", "nee", "true", "2", ""),
            List.of("1", "2", "3", "", " 1", "01"),
            List.of("", "plain", "a,b", "line\nend", "line\r\nend", "\"quoted\"", "'; DROP TABLE staged; --", "\t"));

    private final Random random = new Random(42);

    private List<String> row() {
        return VALUES.stream()
                .map(values -> random.nextInt(3) > 0 ? values.get(0) : values.get(random.nextInt(values.size())))
                .toList();
    }

    private static String line(List<String> row) {
        return String.join(
                ",",
                row.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .toList());
    }

    @Test
    void landsOrKeepsEveryRow() throws IOException {
        for (int file = 0; file < 12; file++) {
            var rows = new ArrayList<List<String>>();
            for (int left = 1 + random.nextInt(60); left > 0; left--) {
                rows.add(row());
            }
            assertAllRowsAreSomewhere(rows);
        }
    }

    private static void assertAllRowsAreSomewhere(List<List<String>> rows) throws IOException {
        var text = "hospital,id,admission,age,weight,died,sex,remark\n"
                + String.join(
                        "\n", rows.stream().map(DeliveryPropertyTests::line).toList()) + "\n";
        try (var scratch = new Scratch()) {
            var file = Files.writeString(scratch.folder().resolve("file.csv"), text);
            try (var inner = Scratch.inside(scratch.folder());
                    var checked = CheckedDelivery.of(Plans.lenient(PLAN, file, "file.csv"), inner)) {
                var landed = inner.folder().resolve("episode/episode.parquet");
                checked.write(inner.folder(), inner.folder(), Plans.KEYS);
                var report = checked.report();

                long sound = Plans.rows(landed, List.of("organisation"), inner).size();
                assertThat(report.rows()).as(text).isEqualTo(rows.size());
                assertThat(sound + report.quarantined()).as(text).isEqualTo(rows.size());
                assertThat(report.organisations().stream()
                                .mapToLong(DeliveredOrganisation::rows)
                                .sum())
                        .as(text)
                        .isEqualTo(sound);
                assertThat(report.outcome() == CheckReport.Outcome.PASS)
                        .as(text)
                        .isEqualTo(report.quarantined() == 0);
                assertPlaces(rows, report.problems());
            }
        }
    }

    private static void assertPlaces(List<List<String>> rows, List<Problem> problems) {
        var columns = List.of("hospital", "id", "admission", "age", "weight", "died", "sex", "remark");
        var lines = new ArrayList<Long>();
        long line = 2;
        for (var row : rows) {
            lines.add(line);
            line += 1
                    + String.join("", row)
                            .chars()
                            .filter(character -> character == '\n')
                            .count();
        }
        assertThat(problems)
                .filteredOn(problem -> problem.severity() != Severity.NOTE)
                .allSatisfy(problem -> {
                    var row = rows.get(lines.indexOf(problem.line()));
                    var written = row.get(columns.indexOf(problem.column())).strip();
                    assertThat(problem.value()).isIn(written, "");
                    assertThat(problem.value().isEmpty())
                            .isEqualTo(List.of("", "NA").contains(written));
                });
    }
}
