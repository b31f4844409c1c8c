// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import nl.waardeketen.analytics.Variable;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How cells of the template look; cells to fill in are not locked, so that a protected sheet guards its header only. */
final class CellLooks {
    private static final XSSFColor REQUIRED = new XSSFColor(new byte[] {(byte) 0x0A, (byte) 0x5A, (byte) 0x78});
    private static final XSSFColor OPTIONAL = new XSSFColor(new byte[] {(byte) 0xE4, (byte) 0xEF, (byte) 0xF3});
    private static final XSSFColor WHITE = new XSSFColor(new byte[] {-1, -1, -1});

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle running;
    private final XSSFCellStyle requiredHeader;
    private final XSSFCellStyle optionalHeader;
    private final XSSFCellStyle date;
    private final XSSFCellStyle time;
    private final XSSFCellStyle number;
    private final XSSFCellStyle text;

    CellLooks(XSSFWorkbook workbook) {
        this.workbook = workbook;
        heading = workbook.createCellStyle();
        heading.setFont(bold(null));
        running = workbook.createCellStyle();
        running.setWrapText(true);
        running.setVerticalAlignment(VerticalAlignment.TOP);
        requiredHeader = header(REQUIRED, WHITE);
        optionalHeader = header(OPTIONAL, null);
        date = entry("yyyy-mm-dd");
        time = entry("yyyy-mm-dd hh:mm");
        number = entry("General");
        text = entry("@");
    }

    private XSSFFont bold(@Nullable XSSFColor colour) {
        var font = workbook.createFont();
        font.setBold(true);
        if (colour != null) {
            font.setColor(colour);
        }
        return font;
    }

    private XSSFCellStyle header(XSSFColor ground, @Nullable XSSFColor colour) {
        var style = workbook.createCellStyle();
        style.setFont(bold(colour));
        style.setFillForegroundColor(ground);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setLocked(true);
        return style;
    }

    private XSSFCellStyle entry(String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setLocked(false);
        return style;
    }

    XSSFCellStyle heading() {
        return heading;
    }

    XSSFCellStyle running() {
        return running;
    }

    XSSFCellStyle header(boolean required) {
        return required ? requiredHeader : optionalHeader;
    }

    /** Of cells that hold a value; text where a leading zero would be lost. */
    XSSFCellStyle entry(Variable.Type type) {
        return switch (type) {
            case DATE -> date;
            case TIME -> time;
            case INTEGER, NUMBER -> number;
            case FLAG, CATEGORY, TEXT -> text;
        };
    }
}
