// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delivered file is checked as a whole; every problem stands at its place. */
class CheckedDeliveryTests {
    private static final TablePlan PLAN = Plans.of(
            Variables.required(Variables.ADMISSION),
            Variables.ARRIVAL,
            Variables.within(Variables.AGE, 18.0, 115.0),
            Variables.within(Variables.WEIGHT, 0.5, null),
            Variables.DIED,
            Variables.SEX);
    private static final String HEADER = "hospital,id,admission,arrival,age,weight,died,sex\n";

    private final Scratch scratch = new Scratch();

    @AfterEach
    void close() {
        scratch.close();
    }

    private <T> T checked(String text, TablePlan plan, Function<CheckReport, T> ask) throws IOException {
        var file = Files.writeString(scratch.folder().resolve("stays.csv"), text);
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(Plans.lenient(plan, file, "stays.csv"), inner)) {
            return ask.apply(checked.report());
        }
    }

    private List<Problem> problems(String rows) throws IOException {
        return checked(HEADER + rows, PLAN, CheckReport::problems);
    }

    private List<String> landed(String text, TablePlan plan, String... columns) throws IOException {
        return Plans.rows(Plans.land(text, plan, scratch, "landed"), List.of(columns), scratch);
    }

    @Test
    void findsEveryRuleAtItsLineAndColumn() throws IOException {
        var problems = problems("""
                A,1,2026-01-01,2026-01-01T10:00,70,60.5,1,1
                ,2,2026-01-01,,70,60.5,1,1
                A,,2026-01-01,,70,60.5,1,1
                A,4,NA,,70,60.5,1,1
                A,5,31-02-2026,,70,60.5,1,1
                A,6,2026-01-01,10:00,70,60.5,1,1
                A,7,2026-01-01,,seventy,60.5,1,1
                A,8,2026-01-01,,70.5,60.5,1,1
                A,9,2026-01-01,,70,6O,1,1
                A,10,2026-01-01,,70,60.5,perhaps,1
                A,11,2026-01-01,,17,60.5,1,1
                A,12,2026-01-01,,116,60.5,1,1
                A,13,2026-01-01,,70,0.4999,1,1
                A,14,2026-01-01,,70,60.5,1,3
                A,15,2026-01-01,,70,1e300,1,1
                """);

        assertThat(problems)
                .extracting(Problem::line, Problem::column, Problem::value, Problem::rule)
                .containsExactly(
                        tuple(3L, "hospital", "", "organisation.missing"),
                        tuple(4L, "id", "", "patient.missing"),
                        tuple(5L, "admission", "", "value.missing"),
                        tuple(6L, "admission", "31-02-2026", "value.not-a-date"),
                        tuple(7L, "arrival", "10:00", "value.not-a-time"),
                        tuple(8L, "age", "seventy", "value.not-a-number"),
                        tuple(9L, "age", "70.5", "value.not-whole"),
                        tuple(10L, "weight", "6O", "value.not-a-number"),
                        tuple(11L, "died", "perhaps", "value.not-a-flag"),
                        tuple(12L, "age", "17", "value.too-low"),
                        tuple(13L, "age", "116", "value.too-high"),
                        tuple(14L, "weight", "0.4999", "value.too-low"),
                        tuple(15L, "sex", "3", "value.unknown-code"),
                        tuple(16L, "weight", "1e300", "value.too-large"));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("stays.csv");
            assertThat(problem.remedy()).isNotBlank();
        });
        assertThat(problems).extracting(Problem::text).contains("this is below the smallest value allowed, 18");
        assertThat(problems).extracting(Problem::text).contains("this is not one of the codes 1, 2");
        // Identifiers where none belong, and first stages of pseudonyms or none, have tests of their own.
        assertThat(problems.stream().map(Problem::rule).distinct()).hasSize(DeliveryRule.values().length - 4);
    }

    @Test
    void findsEveryProblemOfARow() throws IOException {
        assertThat(problems("A,,x,y,z,1,1,9\n"))
                .extracting(Problem::column)
                .containsExactly("admission", "age", "arrival", "id", "sex");
    }

    @Test
    void listsFivePlacesOfARuleAndCountsTheOthers() throws IOException {
        var problems = problems("A,1,2026-01-01,,x,60,1,1\n".repeat(7) + "A,1,2026-01-01,,70,60,1,9\n");

        assertThat(problems).extracting(Problem::line).containsExactly(2L, 3L, 4L, 5L, 6L, 9L);
        assertThat(problems).first().extracting(Problem::text).isEqualTo("this is not a number (7 rows)");
        assertThat(problems).last().extracting(Problem::text).isEqualTo("this is not one of the codes 1, 2");
    }

    @Test
    void keepsBoundsThemselves() throws IOException {
        assertThat(problems("A,1,2026-01-01,,18,0.5,1,1\nA,2,2026-01-01,,115,1e12,1,1\n"))
                .isEmpty();
    }

    @Test
    void takesNoInfiniteNumber() throws IOException {
        assertThat(problems("A,1,2026-01-01,,70,inf,1,1\nA,2,2026-01-01,,1e300,1e400,1,1\n"))
                .extracting(Problem::line, Problem::column, Problem::rule)
                .containsExactly(
                        tuple(2L, "weight", "value.not-a-number"),
                        tuple(3L, "age", "value.not-a-number"),
                        tuple(3L, "weight", "value.not-a-number"));
    }

    @Test
    void keepsLinesRightBehindLineEndsAndSeparatorsInsideQuotes() throws IOException {
        var plan = Plans.of(Variables.AGE, Variables.REMARK);
        var text = "hospital,id,age,remark\r\n\"A, north\",1,70,\"first\r\nsecond\r\n, \"\"third\"\"\"\r\n"
                + "A,2,x,\"a\r\nb\"\r\nA,3,y,c\r\n";

        assertThat(checked(text, plan, CheckReport::problems))
                .extracting(Problem::line, Problem::value)
                .containsExactly(tuple(5L, "x"), tuple(7L, "y"));
        assertThat(landed(text, plan, "organisation", "remark"))
                .containsExactly("A, north|first\r\nsecond\r\n, \"third\"");
    }

    @Test
    void readsDutchNotation() throws IOException {
        var rows = List.of("A;1;31-07-2026;31-07-2026 14:05;070;60,5;ja;2", "A;2;1-2-2026;;;;Nee;");
        var text = HEADER.replace(',', ';') + String.join("\n", rows);

        assertThat(landed(text, PLAN, "admission", "arrival", "age", "weight", "died", "sex"))
                .containsExactly("2026-07-31|2026-07-31 14:05:00|70|60.5|true|2", "2026-02-01|-|-|-|false|-");
    }

    @Test
    void readsFilesOfOldOfficePrograms() throws IOException {
        var plan = Plans.of(Variables.REMARK);
        var file = Files.write(
                scratch.folder().resolve("old.csv"),
                "hospital;id;remark\nMünster;1;coöperatie\n".getBytes(Charset.forName("windows-1252")));

        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(Plans.lenient(plan, file, "old.csv"), inner)) {
            assertThat(checked.report().notes()).singleElement().asString().contains("Windows-1252");
            assertThat(checked.report().organisations()).extracting("code").containsExactly("Münster");
        }
    }

    @Test
    void keepsLeadingZerosAndOtherwiseEqualNumbersApart() throws IOException {
        var text = "hospital,id,sex\n007,01,1\n7,1,1\n07,001,1\n7.0,1.0,1\n";
        var plan = Plans.of(Variables.SEX);

        assertThat(checked(text, plan, CheckReport::organisations))
                .extracting("code", "rows", "line")
                .containsExactly(tuple("007", 1L, 2L), tuple("07", 1L, 4L), tuple("7", 1L, 3L), tuple("7.0", 1L, 5L));
        assertThat(landed(text, plan, "hex(patient)")).doesNotHaveDuplicates().allMatch(hex -> hex.length() == 32);
    }

    @Test
    void translatesCodesAndSetsConstants() throws IOException {
        var plan = Plans.episodes(
                new Constant("north"),
                new FromColumn("id"),
                List.of(
                        new DeliveryPlan.Column(Variables.SEX, new FromColumn("gender"), Map.of("M", "1", "V'?", "2")),
                        new DeliveryPlan.Column(Variables.ADMISSION, new Constant("2026-01-01"), Map.of())));

        var text = "id,gender\n1,M\n2,V'?\n3,1\n4,m\n5,\n";

        assertThat(landed(text, plan, "organisation", "sex", "admission"))
                .containsExactly(
                        "north|1|2026-01-01", "north|2|2026-01-01", "north|1|2026-01-01", "north|-|2026-01-01");
        assertThat(checked(text, plan, CheckReport::problems))
                .extracting(Problem::line, Problem::column, Problem::value)
                .containsExactly(tuple(5L, "gender", "m"));
    }

    @Test
    void takesOneColumnForSeveralVariables() throws IOException {
        var plan = Plans.episodes(
                new FromColumn("id"),
                new FromColumn("id"),
                List.of(
                        new DeliveryPlan.Column(Variables.REMARK, new FromColumn("age"), Map.of()),
                        new DeliveryPlan.Column(Variables.AGE, new FromColumn("age"), Map.of())));

        assertThat(landed("id,age\n0A,070\n", plan, "organisation", "remark", "age"))
                .containsExactly("0A|070|70");
    }

    @Test
    void keepsTheQuarantinedRowsWithTheirReasonsAndWithoutIdentifiers() throws IOException {
        var file = Files.writeString(
                scratch.folder().resolve("stays.csv"),
                HEADER + "A,900001,2026-01-01,,70,60,1,1\nA,900002,2026-01-01,,x,60,1,9\n,,2026-01-01,,7,60,1,1\n");
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(Plans.lenient(PLAN, file, "stays.csv"), inner)) {
            var kept = inner.folder().resolve("episode.csv");
            checked.write(inner.folder(), inner.folder(), Plans.KEYS);

            assertThat(Files.readAllLines(kept)).hasSize(3).satisfies(lines -> {
                assertThat(lines.get(0))
                        .isEqualTo(
                                "\"line\",\"reasons\",\"id\",\"hospital\",\"admission\",\"arrival\",\"age\",\"weight\",\"died\",\"sex\"");
                assertThat(lines.get(1))
                        .startsWith("\"3\",\"age: value.not-a-number; sex: value.unknown-code\",\"")
                        .contains(",\"A\",\"2026-01-01\",\"\",\"x\"")
                        .endsWith(",\"x\",\"60\",\"1\",\"9\"");
                assertThat(lines.get(2)).startsWith("\"4\",").contains("organisation: organisation.missing");
            });
            assertThat(kept).content().doesNotContain("900001", "900002");
        }
    }

    @Test
    void refusesAFileWithoutRowsOrColumnsAndOneThatCannotBeRead() {
        assertRefused("hospital,id,sex\n", "file.no-rows");
        assertRefused("hospital,id,gender\nA,1,1\n", "column.missing");
        assertRefused("hospital,id,sex,sex\nA,1,1,1\n", "column.twice");
        assertRefused("hospital,id,sex\nA,1,1\nA,1\n", "record.too-short");
    }

    private void assertRefused(String text, String rule) {
        assertThatThrownBy(() -> checked(text, Plans.of(Variables.SEX), CheckReport::rows))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::rule)
                                .contains(rule));
    }

    @Test
    void writesNothingButQuarantineWhenNoRowIsSound() throws IOException {
        Path landed = Plans.land("hospital,id,sex\nA,1,9\n", Plans.of(Variables.SEX), scratch, "none");

        assertThat(Plans.rows(landed, List.of("organisation"), scratch)).isEmpty();
    }

    @Test
    void takesABlankLineForNoRecordAlsoInAFileOfOneColumn() throws IOException {
        var plan = Plans.episodes(new DeliveryPlan.Constant("A"), new FromColumn("id"), List.of());

        var file = Files.writeString(scratch.folder().resolve("stays.csv"), "id\nP1\n\nP2\n\n");
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(Plans.lenient(plan, file, "stays.csv"), inner)) {
            assertThat(checked.report().problems()).isEmpty();
            assertThat(checked.report().tables().get(0).rows()).isEqualTo(2);
        }
    }

    @Test
    void keepsAllRowsOutOfAnOrganisationThatIsNone() throws IOException {
        var plan = Plans.episodes(new DeliveryPlan.Constant("NA"), new FromColumn("id"), List.of());
        var file = Files.writeString(scratch.folder().resolve("stays.csv"), "id,age\nP1,7\nP2,8\n");
        try (var inner = Scratch.inside(scratch.folder());
                var checked = CheckedDelivery.of(Plans.lenient(plan, file, "stays.csv"), inner)) {
            assertThat(checked.report().problems()).extracting(Problem::rule).containsOnly("organisation.missing");
        }
    }
}
