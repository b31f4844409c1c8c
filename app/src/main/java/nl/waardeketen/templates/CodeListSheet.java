// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.waardeketen.concepts.CategoryChoice;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Wording;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The lists from which cells are chosen: a column for each category variable, "1 man" below each other. */
final class CodeListSheet {
    private static final String NAME = "codes";
    private static final int WIDTH = 40 * 256;

    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private CodeListSheet() {}

    static CodeListSheet prepare(List<DeliveryTable> tables, Locale locale) {
        var sheet = new CodeListSheet();
        for (var table : tables) {
            for (var variable : table.variables()) {
                if (!variable.categories().isEmpty()) {
                    var choices = new ArrayList<String>();
                    variable.categories()
                            .forEach((code, title) -> choices.add(CategoryChoice.text(code, title, locale)));
                    sheet.lists.put(table.code() + "." + variable.code(), choices);
                }
            }
        }
        return sheet;
    }

    /** Where the list of a variable stands, as a formula. */
    Optional<String> reference(DeliveryTable table, String variable) {
        var name = table.code() + "." + variable;
        int column = List.copyOf(lists.keySet()).indexOf(name);
        if (column < 0) {
            return Optional.empty();
        }
        var letters = CellReference.convertNumToColString(column);
        int last = lists.getOrDefault(name, List.of()).size() + 1;
        return Optional.of("'" + NAME + "'!$" + letters + "$2:$" + letters + "$" + last);
    }

    void write(XSSFWorkbook workbook, CellLooks looks, Wording wording) {
        var sheet = workbook.createSheet(NAME);
        var header = sheet.createRow(0);
        if (lists.isEmpty()) {
            header.createCell(0).setCellValue(wording.of(Phrase.of("template.no-lists")));
        }
        int column = 0;
        for (var list : lists.entrySet()) {
            var title = header.createCell(column);
            title.setCellValue(list.getKey());
            title.setCellStyle(looks.header(false));
            for (int i = 0; i < list.getValue().size(); i++) {
                var row = sheet.getRow(i + 1) == null ? sheet.createRow(i + 1) : sheet.getRow(i + 1);
                row.createCell(column).setCellValue(list.getValue().get(i));
            }
            sheet.setColumnWidth(column++, WIDTH);
        }
        sheet.createFreezePane(0, 1);
        sheet.enableLocking();
    }
}
