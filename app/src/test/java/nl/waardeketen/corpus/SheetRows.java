// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;

/** Rows of text in the sheets of a workbook. */
final class SheetRows {
    private SheetRows() {}

    /** Writes the rows of a CSV below the header of a sheet, each value under its name. */
    static void fill(Sheet sheet, String csv) {
        var columns = columns(sheet);
        var lines = csv.lines().toList();
        var names = List.of(lines.get(0).split(",", -1));
        for (int i = 1; i < lines.size(); i++) {
            var values = lines.get(i).split(",", -1);
            var row = sheet.createRow(i);
            for (int j = 0; j < values.length; j++) {
                var column = columns.get(names.get(j));
                if (column != null && !values[j].isEmpty()) {
                    row.createCell(column).setCellValue(values[j]);
                }
            }
        }
    }

    /** The cell under that name, made where it is not there; rows count from 1. */
    static Cell cell(Sheet sheet, int row, String column) {
        var at = columns(sheet).get(column);
        if (at == null) {
            throw new IllegalStateException("no column " + column);
        }
        var cell = sheet.getRow(row - 1).getCell(at);
        return cell == null ? sheet.getRow(row - 1).createCell(at) : cell;
    }

    private static Map<String, Integer> columns(Sheet sheet) {
        var columns = new HashMap<String, Integer>();
        sheet.getRow(0).forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
        return columns;
    }
}
