// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTests {
    private final Path folder;
    private final Scratch scratch = new Scratch();

    WorkbookTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        scratch.close();
    }

    private Path book(Consumer<XSSFWorkbook> content) {
        var file = folder.resolve("book.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void put(Sheet sheet, int row, Object... values) {
        var line = sheet.createRow(row);
        for (int i = 0; i < values.length; i++) {
            put(line.createCell(i), values[i]);
        }
    }

    private static void put(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else {
            cell.setCellValue((String) value);
        }
    }

    private TableTexts read(Path file, String... wanted) throws IOException {
        return TableTexts.read(file, List.of(wanted), scratch);
    }

    private List<String> rules(Path file, String... wanted) {
        return TableTexts.refusal(file, List.of(wanted), null, scratch).stream()
                .map(Problem::rule)
                .toList();
    }

    private List<String> values(Path file, String column) throws IOException {
        return read(file, column).rows().stream().map(row -> row.get(0)).toList();
    }

    @Test
    void readsTextsNumbersAndFlags() throws IOException {
        var file = book(book -> {
            var sheet = book.createSheet("Opnamen");
            put(sheet, 0, "patient", "age", "cost", "died", "remark");
            put(sheet, 1, "00123", 80, 1.1, true, "a \"b\", c\nd");
            put(sheet, 2, "a'b", -5, 0.1 + 0.2, false, " x ");
            put(sheet, 3, "_x0041_ü€", 123_456_789_012_345.0, 1e-7, false, "'");
        });

        var table = read(file, "patient", "age", "cost", "died", "remark");

        assertThat(table.name()).isEqualTo("book.xlsx");
        assertThat(table.rows())
                .containsExactly(
                        List.of("00123", "80", "1.1", "true", "a \"b\", c\nd"),
                        List.of("a'b", "-5", "0.3", "false", " x "),
                        List.of("Aü€", "123456789012345", "0.0000001", "false", "'"));
        assertThat(table.places()).containsExactly(2L, 3L, 4L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-mm-dd          | 45352.0              | 2024-03-01
            dd/mm/yyyy          | 45352.5              | 2024-03-01
            d mmm yy            | 45351.0              | 2024-02-29
            [$-413]d mmmm yyyy  | 1.0                  | 1900-01-01
            m/d/yy h:mm         | 45352.0              | 2024-03-01 00:00
            dd-mm-yyyy hh:mm    | 45352.58680555555    | 2024-03-01 14:05
            dd-mm-yyyy hh:mm    | 45352.999999999      | 2024-03-02 00:00
            yyyy-mm-dd hh:mm:ss | 45352.586817129632   | 2024-03-01 14:05:01
            h:mm                | 0.25                 | 06:00
            h:mm AM/PM          | 0.75                 | 18:00
            h:mm                | 45352.25             | 2024-03-01 06:00
            [h]:mm              | 1.5                  | 36:00
            [h]:mm:ss           | 0.000011574074074    | 0:00:01
            0.00%               | 0.125                | 0.125
            €#,##0.00           | 1234.5               | 1234.5
            "dag" 0             | 12.0                 | 12
            #,##0.00_);[Red](#,##0.00) | 7.0           | 7
            General             | 45352.0              | 45352
            yyyy-mm-dd          | -3.0                 | -3
            """)
    void readsNumbersAsTheyAreShown(String format, double number, String text) throws IOException {
        var file = book(book -> {
            var sheet = book.createSheet();
            put(sheet, 0, "value");
            put(sheet, 1, number);
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(format));
            sheet.getRow(1).getCell(0).setCellStyle(style);
        });

        assertThat(values(file, "value")).containsExactly(text);
    }

    @Test
    void readsDatesThatCountFrom1904() throws IOException {
        var file = book(book -> {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            var sheet = book.createSheet();
            put(sheet, 0, "day");
            var style = book.createCellStyle();
            style.setDataFormat((short) 14);
            var first = sheet.createRow(1).createCell(0);
            first.setCellValue(0);
            first.setCellStyle(style);
            var second = sheet.createRow(2).createCell(0);
            second.setCellValue(43_890);
            second.setCellStyle(style);
        });

        assertThat(values(file, "day")).containsExactly("1904-01-01", "2024-03-01");
    }

    @Test
    void readsResultsOfFormulas() throws IOException {
        var file = book(book -> {
            var sheet = book.createSheet();
            put(sheet, 0, "value");
            var formulas = List.of("1+1", "\"0\"&\"12\"", "1=1", "DATE(2024,3,1)");
            for (int i = 0; i < formulas.size(); i++) {
                sheet.createRow(i + 1).createCell(0).setCellFormula(formulas.get(i));
            }
            var style = book.createCellStyle();
            style.setDataFormat((short) 14);
            sheet.getRow(4).getCell(0).setCellStyle(style);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(values(file, "value")).containsExactly("2", "012", "true", "2024-03-01");
    }

    @Test
    void reportsErrorsByTheAddressOfTheCell() {
        var file = book(book -> {
            var sheet = book.createSheet("Blad1");
            put(sheet, 0, "age", "other");
            put(sheet, 1, 80, "x");
            sheet.createRow(3).createCell(0).setCellErrorValue(FormulaError.NA.getCode());
            sheet.getRow(1).createCell(1).setCellErrorValue(FormulaError.REF.getCode());
        });

        assertThat(TableTexts.refusal(file, List.of("age"), null, scratch))
                .containsExactly(new Problem(
                        "book.xlsx",
                        4,
                        "age",
                        "#N/A",
                        "cell.error",
                        "cell A4 holds an error of its formula",
                        "repair the formula, or empty the cell"));
    }

    @Test
    void listsTheFirstErrorsAndHowManyMore() {
        var file = book(book -> {
            var sheet = book.createSheet();
            put(sheet, 0, "age");
            for (int i = 1; i <= 50; i++) {
                sheet.createRow(i).createCell(0).setCellErrorValue(FormulaError.DIV0.getCode());
            }
        });

        var problems = TableTexts.refusal(file, List.of("age"), null, scratch);

        assertThat(problems).hasSize(21);
        assertThat(problems.get(20).text()).isEqualTo("and 30 more cells that cannot be read");
    }

    @Test
    void refusesNumbersThatExcelHasRounded() {
        var file = book(book -> {
            var sheet = book.createSheet();
            put(sheet, 0, "patient");
            put(sheet, 1, 1234567890123456.0);
        });

        assertThat(rules(file, "patient")).containsExactly("cell.digits");
    }

    @Test
    void refusesMergedCellsAmongTheRowsOnly() throws IOException {
        var titled = book(book -> merged(book, new CellRangeAddress(0, 0, 0, 1)));
        assertThat(values(titled, "age")).containsExactly("80", "", "70");

        var below = book(book -> merged(book, new CellRangeAddress(2, 3, 0, 0)));
        assertThat(TableTexts.refusal(below, List.of("age"), null, scratch))
                .extracting(Problem::rule, Problem::line, Problem::text)
                .containsExactly(
                        tuple("cell.merged", 3L, "the cells A3:A4 are merged, so that all but the first are empty"));
        assertThat(values(below, "died")).containsExactly("1", "0", "1");
    }

    private static void merged(XSSFWorkbook book, CellRangeAddress cells) {
        var sheet = book.createSheet();
        put(sheet, 0, "Overzicht van opnamen");
        put(sheet, 1, "age", "died");
        put(sheet, 2, 80, 1);
        put(sheet, 3, "", 0);
        put(sheet, 4, 70, 1);
        sheet.addMergedRegion(cells);
    }

    @Test
    void findsTheHeaderBelowTitlesAndPassesOverBlankRows() throws IOException {
        var file = book(book -> {
            var sheet = book.createSheet();
            put(sheet, 2, "Opnamen 2024", "");
            put(sheet, 5, "", "age", " died ");
            put(sheet, 6, "", 80, 1);
            put(sheet, 8, "", 70, 0);
            put(sheet, 9, "", " ", "");
            put(sheet, 5_000, "", "", "");
        });

        var table = read(file, "age", "died");

        assertThat(table.columns()).containsExactly("", "age", "died");
        assertThat(table.rows()).containsExactly(List.of("80", "1"), List.of("70", "0"));
        assertThat(table.places()).containsExactly(7L, 9L);
    }

    @Test
    void takesTheOnlyVisibleSheetWithTheColumns() throws IOException {
        var file = book(book -> {
            put(book.createSheet("Uitleg"), 0, "Lees dit eerst");
            var sheet = book.createSheet("Opnamen");
            put(sheet, 0, "age");
            put(sheet, 1, 80);
            put(book.createSheet("Oud"), 0, "age");
            book.setSheetVisibility(2, SheetVisibility.HIDDEN);
        });

        assertThat(read(file, "age").name()).isEqualTo("book.xlsx (sheet Opnamen)");
        assertThat(read(file, "age").rows()).containsExactly(List.of("80"));
    }

    @Test
    void takesTheSheetThatIsNamed() throws IOException {
        var file = book(book -> {
            for (var name : List.of("Q1", "Q2")) {
                put(book.createSheet(name), 0, "age");
                put(book.getSheet(name), 1, name);
            }
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });

        var table = TableTexts.read(file, List.of("age"), "q2 ", scratch);

        assertThat(table.rows()).containsExactly(List.of("Q2"));
        assertThat(TableTexts.refusal(file, List.of("age"), "Q3", scratch))
                .extracting(Problem::text)
                .containsExactly("there is no sheet Q3; the workbook has Q1, Q2 (hidden)");
    }

    @Test
    void refusesToChooseBetweenSheets() {
        var file = book(book -> {
            put(book.createSheet("Q1"), 0, "age");
            put(book.createSheet("Q2"), 0, "age");
        });

        assertThat(TableTexts.refusal(file, List.of("age"), null, scratch))
                .extracting(Problem::text)
                .containsExactly("several sheets have the columns: the workbook has Q1, Q2");
        assertThat(TableTexts.refusal(file, List.of("died"), null, scratch))
                .extracting(Problem::text)
                .containsExactly("no sheet has all columns: the workbook has Q1, Q2");
    }

    @Test
    void tellsTheColumnThatTheOnlySheetLacks() {
        var file = book(book -> put(book.createSheet("Q1"), 0, "age"));

        assertThat(TableTexts.refusal(file, List.of("aged"), null, scratch))
                .extracting(Problem::remedy)
                .containsExactly("did you mean age?");
    }

    @Test
    void refusesEmptyWorkbooks() {
        assertThat(rules(book(book -> book.createSheet()), "age")).containsExactly("file.empty");
    }

    @Test
    void refusesOldAndLockedWorkbooks() throws Exception {
        var old = folder.resolve("old.xls");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(old)) {
            put(workbook.createSheet(), 0, "age");
            workbook.write(out);
        }
        assertThat(rules(old, "age")).containsExactly("file.kind");

        var locked = folder.resolve("locked.xlsx");
        var open = book(book -> put(book.createSheet(), 0, "age"));
        try (var files = new POIFSFileSystem();
                var out = Files.newOutputStream(locked)) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var content = encryptor.getDataStream(files)) {
                Files.copy(open, content);
            }
            files.writeFilesystem(out);
        }
        assertThat(rules(locked, "age")).containsExactly("file.locked");
        assertThat(rules(Files.write(folder.resolve("cut.xls"), Arrays.copyOf(Files.readAllBytes(old), 700)), "age"))
                .containsExactly("file.kind");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9, 0.99})
    void refusesWorkbooksThatAreCutOff(double share) throws IOException {
        var whole = Files.readAllBytes(book(book -> put(book.createSheet(), 0, "age")));
        var cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThat(rules(cut, "age")).containsExactly("file.damaged");
    }

    @Test
    void refusesAColumnBeyondTheLast() throws IOException {
        var file = ZipTests.zip(
                folder.resolve("far.xlsx"),
                ZipTests.workbook("<row r=\"1\"><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>age</t></is></c></row>"));

        assertThat(rules(file, "age")).containsExactly("file.damaged");
    }

    @Test
    void readsCellsWithoutAddressesAndRichTexts() throws IOException {
        var file = ZipTests.zip(
                folder.resolve("bare.xlsx"),
                ZipTests.workbook(
                        "<row><c t=\"inlineStr\"><is><t>age</t></is></c><c t=\"inlineStr\"><is><t>day</t></is></c></row>"
                                + "<row><c><v>80</v></c><c t=\"d\"><v>2024-03-01T00:00:00</v></c></row>"
                                + "<row><c t=\"inlineStr\"><is><r><t>8</t></r><r><t>1</t></r><rPh><t>x</t></rPh></is></c></row>"));

        assertThat(read(file, "age", "day").rows()).containsExactly(List.of("80", "2024-03-01"), List.of("81", ""));
    }

    /** A sheet of many rows with two different texts each, as Excel writes it. */
    private static void large(Path file, int rows) throws IOException {
        var parts = ZipTests.workbook("");
        var texts = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
        parts.computeIfPresent(
                "[Content_Types].xml",
                (part, xml) -> xml.replace(
                        "</Types>",
                        "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + texts + "\"/></Types>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (part, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                                + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
        var cells = new StringBuilder(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>");
        var shared = new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
                .append("<si><t>patient</t></si><si><t>remark</t></si>");
        for (int i = 1; i <= rows; i++) {
            cells.append("<row><c t=\"s\"><v>").append(2 * i).append("</v></c><c t=\"s\"><v>");
            cells.append(2 * i + 1).append("</v></c></row>");
            shared.append("<si><t>P")
                    .append(i)
                    .append("</t></si><si><t>remark number ")
                    .append(i)
                    .append("</t></si>");
        }
        parts.put("xl/sharedStrings.xml", shared.append("</sst>").toString());
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml", (part, xml) -> xml.replace("<sheetData>", "<sheetData>" + cells));
        ZipTests.zip(file, parts);
    }

    @Test
    void streamsManyRowsAndTexts() throws IOException {
        int rows = 300_000;
        var file = folder.resolve("large.xlsx");
        large(file, rows);
        System.gc();
        var used = Memory.used();

        var found = TableFile.inspect(file, "large.xlsx", List.of("patient", "remark"), scratch);

        assertThat(found.linesOfRecords(List.of(0L, rows - 1L))).containsExactly(2L, rows + 1L);
        assertThat(Memory.used() - used).isLessThan(64L << 20);
        try (var lines = Files.lines(found.path(), StandardCharsets.UTF_8)) {
            assertThat(lines.skip(rows).findFirst()).hasValue("P300000,\"remark number 300000\"");
        }
    }

    /** What stays in use after collecting what is not. */
    private static final class Memory {
        static long used() {
            System.gc();
            var runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}
