// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStageTests {
    private static final byte[] KEY = "a key of 16 bytes".getBytes(UTF_8);

    private final Path folder;

    FirstStageTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private FirstStage.Written written(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("stays.csv"), content);
        return FirstStage.write(file, "stays.csv", null, "patient", KEY, folder.resolve("out.csv"));
    }

    private String out(String text) throws IOException {
        written(text.getBytes(UTF_8));
        return Files.readString(folder.resolve("out.csv"));
    }

    private List<Problem> problems(String text) {
        var invalid = catchThrowableOfType(InvalidInput.class, () -> written(text.getBytes(UTF_8)));
        assertThat(folder.resolve("out.csv")).doesNotExist();
        return invalid.problems();
    }

    private static String first(String normalised) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(normalised.getBytes(UTF_8)));
    }

    @Test
    void replacesTheIdentifierAndNothingElse() throws IOException, GeneralSecurityException {
        assertThat(out("code,patient,\"a, name\"\n007,ab-12.3,\"x,\"\"y\"\"\"\n,AB123, z \n"))
                .isEqualTo("""
                        code,patient,"a, name"
                        "007","%1$s","x,""y""\"
                        "","%1$s"," z "
                        """.formatted(first("AB123")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "windows-1252"})
    void readsAnyShapeAndWritesOne(String charset) throws IOException, GeneralSecurityException {
        written("plaats;patient\r\nBergë;1\r\n".getBytes(Charset.forName(charset)));

        assertThat(folder.resolve("out.csv")).content().isEqualTo("plaats,patient\n\"Bergë\",\"" + first("1") + "\"\n");
    }

    @Test
    void countsRowsAndPatients() throws IOException {
        var written = written("patient,x\n1,a\n1.,b\n2,c\n".getBytes(UTF_8));

        assertThat(written.rows()).isEqualTo(3);
        assertThat(written.patients()).isEqualTo(2);
    }

    @Test
    void listsEveryRowWithoutAnIdentifier() {
        assertThat(problems("patient,x\n,a\n1,b\n NA ,c\n-.,d\n"))
                .extracting(Problem::line, Problem::rule)
                .containsExactly(
                        tuple(2L, "patient.missing"), tuple(4L, "patient.missing"), tuple(5L, "patient.missing"));
    }

    @Test
    void countsWhatItDoesNotList() {
        assertThat(problems("patient,x\n" + ",a\n".repeat(75)))
                .hasSize(51)
                .last()
                .extracting(Problem::text)
                .isEqualTo("and 25 more rows without a patient identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456782", "1234.56.782", "123 456 782", "zie 123456782 van vorig jaar", "111222333"})
    void stopsAtACitizenServiceNumberElsewhereAndDoesNotShowIt(String value) {
        assertThat(problems("patient,remark\n1,x\n2," + value + "\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("identifier.bsn");
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.column()).isEqualTo("remark");
                    assertThat(problem.toString()).doesNotContain("23456", "1112223");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "000000000",
                "20260131",
                "1234567820",
                "2026-01-31 12:30",
                "9.123456782",
                "1234567.82",
                "2026-01-31T12:30:00.123456782"
            })
    void letsOtherNumbersBe(String value) throws IOException {
        assertThat(out("patient,remark\n1," + value + "\n")).endsWith(",\"" + value + "\"\n");
    }

    @Test
    void letsTheIdentifierItselfBeACitizenServiceNumber() throws IOException, GeneralSecurityException {
        assertThat(out("patient\n123456782\n")).isEqualTo("patient\n\"" + first("123456782") + "\"\n");
    }

    @Test
    void refusesAColumnThatIsNotThere() {
        assertThat(problems("person,x\n1,a\n"))
                .singleElement()
                .extracting(Problem::rule)
                .isEqualTo("column.missing");
    }

    @Test
    void isNotDoneTwice() throws GeneralSecurityException {
        assertThat(problems("patient,x\n" + first("1") + ",a\n"))
                .singleElement()
                .extracting(Problem::rule)
                .isEqualTo("patient.first-stage");
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThat(problems("patient,x\n"))
                .singleElement()
                .extracting(Problem::rule)
                .isEqualTo("file.no-rows");
    }
}
