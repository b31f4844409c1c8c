// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A sheet to be read, from above. */
final class SheetLines {
    private final XSSFSheet sheet;
    private final CellLooks looks;

    SheetLines(XSSFSheet sheet, CellLooks looks) {
        this.sheet = sheet;
        this.looks = looks;
    }

    void heading(String text) {
        int next = sheet.getPhysicalNumberOfRows();
        if (next > 0) {
            sheet.createRow(next++);
        }
        var cell = sheet.createRow(next).createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(looks.heading());
    }

    void line(String term, String text) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        row.createCell(0).setCellValue(term);
        var cell = row.createCell(1);
        cell.setCellValue(text);
        cell.setCellStyle(looks.running());
    }
}
