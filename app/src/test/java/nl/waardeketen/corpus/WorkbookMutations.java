// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.GoodDeliveries.WORKBOOK;
import static nl.waardeketen.corpus.Mutation.DESCRIPTION;
import static nl.waardeketen.corpus.Mutation.LINE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.waardeketen.corpus.Mutation.Ending;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** Workbooks in which something went wrong. */
final class WorkbookMutations {
    private static final String KIND = "workbook";
    private static final String EPISODES = WORKBOOK + " (sheet episode)";

    private WorkbookMutations() {}

    static List<Mutation> all() {
        return List.of(
                cell(
                        "an error of a formula",
                        "age",
                        cell -> cell.setCellErrorValue(FormulaError.DIV0.getCode()),
                        "cell.error",
                        Ending.NOTHING_LANDS),
                cell(
                        "a word among the ages",
                        "age",
                        cell -> cell.setCellValue("tachtig"),
                        "value.not-a-number",
                        Ending.ROW_WAITS),
                cell(
                        "a number below all dates",
                        "discharge",
                        cell -> cell.setCellValue("461.5"),
                        "value.not-a-date",
                        Ending.ROW_WAITS),
                cell(
                        "an age of many decimals",
                        "age",
                        cell -> cell.setCellValue(80.123456789),
                        "value.not-whole",
                        Ending.ROW_WAITS),
                cell("true for a code", "asa", cell -> cell.setCellValue(true), "value.unknown-code", Ending.ROW_WAITS),
                cell(
                        "a number of sixteen digits",
                        "age",
                        cell -> cell.setCellValue(1234567890123456.0),
                        "cell.digits",
                        Ending.NOTHING_LANDS),
                cell("no age", "age", Cell::setBlank, "value.missing", Ending.ROW_WAITS),
                cell(
                        "a formula as text",
                        "asa",
                        cell -> cell.setCellValue("=1+1"),
                        "value.unknown-code",
                        Ending.ROW_WAITS),
                cell(
                        "a citizen service number",
                        "age",
                        cell -> cell.setCellValue(123456782),
                        "identifier.bsn",
                        Ending.NOTHING_LANDS),
                cell(
                        "a line end in a cell",
                        "discharge",
                        cell -> cell.setCellValue("2026\n04"),
                        "value.not-a-date",
                        Ending.ROW_WAITS),
                workbook(
                        "merged cells",
                        workbook -> workbook.getSheet("episode").addMergedRegion(new CellRangeAddress(4, 6, 4, 4)),
                        "cell.merged",
                        place(LINE, "age")),
                workbook(
                        "a header called otherwise",
                        workbook -> SheetRows.cell(workbook.getSheet("episode"), 1, "age")
                                .setCellValue("years"),
                        "column.missing",
                        place(0, "age")),
                workbook(
                        "a sheet called otherwise",
                        workbook -> workbook.setSheetName(workbook.getSheetIndex("episode"), "opnamen"),
                        "sheet.missing",
                        new Mutation.Finding("", WORKBOOK, 0, "")),
                workbook(
                        "a sheet of nothing",
                        workbook -> {
                            var sheet = workbook.getSheet("episode");
                            for (int i = sheet.getLastRowNum(); i >= 0; i--) {
                                sheet.removeRow(sheet.getRow(i));
                            }
                        },
                        "file.empty",
                        new Mutation.Finding("", EPISODES, 0, "")),
                workbook(
                        "a sheet with only its header",
                        workbook -> {
                            var sheet = workbook.getSheet("episode");
                            for (int i = sheet.getLastRowNum(); i > 0; i--) {
                                sheet.removeRow(sheet.getRow(i));
                            }
                        },
                        "file.no-rows",
                        new Mutation.Finding("", WORKBOOK, 0, "")),
                file("cut off", each -> Arrays.copyOf(each, each.length / 2), "file.damaged"),
                file(
                        "a changed byte",
                        each -> {
                            var changed = each.clone();
                            changed[each.length / 3] ^= 0x55;
                            return changed;
                        },
                        "file.damaged"),
                Mutation.refused(
                        KIND,
                        "a CSV by its name",
                        Good.WORKBOOK,
                        each -> each.write(WORKBOOK, "a;b\n1;2\n"),
                        "column.missing",
                        WORKBOOK + " admission"),
                Mutation.refused(
                        KIND,
                        "an empty workbook of Office",
                        Good.WORKBOOK,
                        each -> each.write(WORKBOOK, Delivered.zip(Map.of("[Content_Types].xml", new byte[0]))),
                        "file.damaged",
                        WORKBOOK),
                Mutation.refused(
                        KIND,
                        "a document of text",
                        Good.WORKBOOK,
                        each -> each.write(WORKBOOK, Delivered.zip(Map.of("word/document.xml", new byte[0]))),
                        "file.kind",
                        WORKBOOK),
                Mutation.refused(
                        KIND,
                        "a workbook of LibreOffice",
                        Good.WORKBOOK,
                        each -> each.write(WORKBOOK, Delivered.zip(Map.of("content.xml", new byte[0]))),
                        "file.kind",
                        WORKBOOK),
                Mutation.refused(
                        KIND,
                        "a sheet that is not there",
                        Good.WORKBOOK,
                        each -> each.change(
                                DESCRIPTION, text -> text.replace("\"sheet\" : \"episode\"", "\"sheet\" : \"Blad1\"")),
                        "sheet.missing",
                        WORKBOOK));
    }

    private static Mutation.Finding place(int row, String column) {
        return new Mutation.Finding("", EPISODES, row, column);
    }

    private static Mutation cell(String name, String column, Consumer<Cell> change, String rule, Ending ending) {
        return Mutation.of(
                KIND,
                name,
                Good.WORKBOOK,
                ending,
                delivered -> delivered.workbook(
                        WORKBOOK,
                        workbook -> change.accept(SheetRows.cell(workbook.getSheet("episode"), LINE, column))),
                List.of(new Mutation.Finding(rule, rule.startsWith("cell.") ? EPISODES : WORKBOOK, LINE, column)));
    }

    private static Mutation workbook(
            String name, Delivered.WorkbookChange change, String rule, Mutation.Finding place) {
        return Mutation.of(
                KIND,
                name,
                Good.WORKBOOK,
                Ending.NOTHING_LANDS,
                delivered -> delivered.workbook(WORKBOOK, change),
                List.of(new Mutation.Finding(rule, place.file(), place.line(), place.column())));
    }

    private static Mutation file(String name, java.util.function.UnaryOperator<byte[]> change, String rule) {
        return Mutation.refused(
                KIND,
                name,
                Good.WORKBOOK,
                each -> each.write(WORKBOOK, change.apply(each.bytes(WORKBOOK))),
                rule,
                WORKBOOK);
    }
}
