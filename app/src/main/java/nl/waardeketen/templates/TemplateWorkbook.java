// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Wording;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook to fill in: an explanation, a sheet for each table whose first row holds the codes of its variables, and the
 * lists from which cells are chosen.
 */
final class TemplateWorkbook {
    private static final int WIDTH = 256;

    private final OutcomeSet set;
    private final List<DeliveryTable> tables;
    private final Wording wording;
    private final Locale locale;

    TemplateWorkbook(OutcomeSet set, List<DeliveryTable> tables, Wording wording, Locale locale) {
        this.set = set;
        this.tables = tables;
        this.wording = wording;
        this.locale = locale;
    }

    void write(OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var looks = new CellLooks(workbook);
            explanation(workbook, looks);
            var lists = CodeListSheet.prepare(tables, locale);
            for (var table : tables) {
                new TableSheet(table, lists, wording, locale).write(workbook, looks);
            }
            lists.write(workbook, looks, wording);
            workbook.getProperties().getCoreProperties().setTitle(set.title().in(locale) + ", " + set.version());
            workbook.write(out);
        }
    }

    private void explanation(XSSFWorkbook workbook, CellLooks looks) {
        var sheet =
                workbook.createSheet(WorkbookUtil.createSafeSheetName(wording.of(Phrase.of("template.explanation"))));
        sheet.setColumnWidth(0, 24 * WIDTH);
        sheet.setColumnWidth(1, 100 * WIDTH);
        var lines = new SheetLines(sheet, looks);
        lines.heading(set.title().in(locale) + ", " + set.version());
        for (var rule : List.of("rows", "header", "lists", "dates", "missing", "patient", "check")) {
            lines.line("", wording.of(new Phrase("template.explain." + rule, List.of())));
        }
        lines.heading(wording.of(Phrase.of("template.tables")));
        tables.forEach(table -> lines.line(
                table.code(), table.title().in(locale) + ". " + table.meaning().in(locale)));
    }
}
