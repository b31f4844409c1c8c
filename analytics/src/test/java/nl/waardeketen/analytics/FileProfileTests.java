// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileProfileTests {
    private final Path folder;
    private final Scratch scratch = new Scratch();

    FileProfileTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        scratch.close();
    }

    private FileProfile profile(String text) throws IOException {
        return FileProfile.of(Files.writeString(folder.resolve("input.csv"), text), "input.csv", null, scratch);
    }

    private ColumnProfile column(String... values) throws IOException {
        return profile("other;value\n1;" + String.join("\n2;", values) + "\n")
                .columns()
                .get(1);
    }

    @Test
    void countsWhatIsInAColumn() throws IOException {
        var column = column("b", " a", "b", "NA", "", "a ", "ccc", "d", "e", "f", "b");

        assertThat(column.name()).isEqualTo("value");
        assertThat(column.examples()).containsExactly("b", "a", "ccc", "d", "e");
        assertThat(column.rows()).isEqualTo(11);
        assertThat(column.missing()).isEqualTo(2);
        assertThat(column.distinct()).isEqualTo(6);
        assertThat(column.longest()).isEqualTo(3);
        assertThat(column.frequent())
                .startsWith(new ColumnProfile.Frequency("b", 3), new ColumnProfile.Frequency("a", 2))
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "'1.5|2|x|z',        0.5, 0,    0.25, 0,    '',         0,    0,    0",
        "'1,5|2,5|3|4',      0.5, 0.5,  0.5,  0,    '',         0,    0,    0",
        "'01-02-2024|31-12-1999|1-2-24|x', 0, 0, 0, 0.5, dd-mm-yyyy, 0, 0, 0",
        "'01-02-24|31-12-99|x|z', 0, 0, 0, 0.5, dd-mm-yy,      0,    0,    0",
        "'12/31/2024|01/02/2024|12/30/2024|x', 0, 0, 0, 0.75, mm/dd/yyyy, 0, 0, 0",
        "'01/02/2024|03/04/2024|x|z', 0, 0, 0, 0.5, dd/mm/yyyy, 0,   0,    0",
        "'2024-03-01 00:00:00|2024-03-02|x|z', 0, 0, 0, 0.5, yyyy-mm-dd, 0.25, 0, 0",
        "'20240301|20240230|x|z', 0.5, 0, 0.5, 0.25, yyyymmdd,  0,    0,    0",
        "'1.3.2024|01.04.2024|x|z', 0, 0, 0, 0.5, dd.mm.yyyy,   0,    0,    0",
        "'2024-03-01 14:05|2024-03-01T14:05:09|01-03-2024 14:05|x', 0, 0, 0, 0, '', 0.75, 0, 0",
        "'ja|nee|x|J',       0,   0,    0,    0,    '',         0,    0.75, 0",
        "'111222333|123456782|12345672|123456789', 1, 0, 1, 0,  '',   0,    0,    0.75"
    })
    void tellsWhatValuesReadAs(
            String values,
            double point,
            double comma,
            double whole,
            double date,
            String form,
            double moment,
            double flag,
            double bsn)
            throws IOException {
        var shares = column(values.split("\\|")).shares();

        assertThat(shares).isEqualTo(new ColumnProfile.Shares(point, comma, whole, date, form, moment, flag, bsn));
    }

    @ParameterizedTest
    @CsvSource({
        "111222333, true",
        "111.222.333, true",
        "1112-22-333, true",
        "' 111 222 333 ', true",
        "012345672, true",
        "12345672, true",
        "111222334, false",
        "000000000, false",
        "00000000, false",
        "1234567, false",
        "1112223330, false",
        "11122233a, false",
        "'', false",
        "2024-03-02, false",
        "20240302, false",
        "08011990, false",
        "08.01.1990, false",
        "8011990, false"
    })
    void knowsCitizenServiceNumbers(String text, boolean is) throws IOException {
        assertThat(column(text, "x").shares().serviceNumber()).isEqualTo(is ? 0.5 : 0, within(0.0));
    }

    @Test
    void takesOneInElevenOfOtherNumbersForServiceNumbers() throws IOException {
        var numbers = new String[11_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = String.valueOf(200_000_000 + i);
        }

        assertThat(column(numbers).shares().serviceNumber()).isEqualTo(1 / 11.0, within(0.001));
    }

    @Test
    void givesFrequentValuesOfFewDifferentOnesOnly() throws IOException {
        var codes = new String[1_000];
        var numbers = new String[1_000];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "code " + i % 50;
            numbers[i] = "number " + i;
        }

        assertThat(column(codes).frequent()).hasSize(30).allMatch(value -> value.rows() == 20);
        assertThat(column(numbers).frequent()).isEmpty();
        assertThat(column(numbers).distinct()).isEqualTo(1_000);
    }

    @Test
    void knowsNothingOfAColumnWithoutValues() throws IOException {
        var column = column("", "NULL");

        assertThat(column.missing()).isEqualTo(2);
        assertThat(column.shares().pointNumber()).isNaN();
        assertThat(column.examples()).isEmpty();
        assertThat(profile("a,b\n").columns()).hasSize(2).allMatch(each -> each.rows() == 0);
    }

    @Test
    void leavesOutColumnsWithoutANameOfTheirOwn() throws IOException {
        var profile = profile("a,,b,a\n1,2,3,4\n");

        assertThat(profile.columns()).extracting(ColumnProfile::name).containsExactly("b");
        assertThat(profile.notes())
                .containsExactly(
                        "Left out, as several columns have this name: a.", "Left out: columns without a name.");
    }

    @Test
    void findsTheHeaderBelowATitle() throws IOException {
        assertThat(profile("Overzicht 2024;;\n\nage;died;sex\n80;1;m\n").columns())
                .extracting(ColumnProfile::name)
                .containsExactly("age", "died", "sex");
    }

    @Test
    void looksAtASheetWithoutRefusingItsErrors() throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Opnamen");
            sheet.createRow(0).createCell(0).setCellValue("age");
            sheet.createRow(1).createCell(0).setCellErrorValue((byte) 42);
            sheet.createRow(2).createCell(0).setCellValue(80);
            book.createSheet("Leeg");
            book.write(out);
        }

        var profile = FileProfile.of(file, "book.xlsx", null, scratch);

        assertThat(profile.file()).isEqualTo("book.xlsx (sheet Opnamen)");
        assertThat(profile.placeWord()).isEqualTo("row");
        assertThat(profile.columns().get(0).examples()).isEqualTo(List.of("#N/A", "80"));
    }

    @Test
    void refusesAFileWithoutNames() {
        assertThatThrownBy(() -> profile("a,a\n1,2\n"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::rule)
                                .containsExactly("header.no-names"));
    }
}
