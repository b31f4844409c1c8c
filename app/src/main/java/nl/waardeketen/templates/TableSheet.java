// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.util.List;
import java.util.Locale;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Wording;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The sheet of a table: a locked header with the meaning of each column in a comment, and cells that help to fill them in. */
final class TableSheet {
    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    private static final int CHARACTER = 256;
    /** What a spreadsheet shows of a prompt. */
    private static final int LONGEST_PROMPT = 250;

    private static final int LONGEST_TITLE = 32;

    private final DeliveryTable table;
    private final CodeListSheet lists;
    private final Wording wording;
    private final Locale locale;

    TableSheet(DeliveryTable table, CodeListSheet lists, Wording wording, Locale locale) {
        this.table = table;
        this.lists = lists;
        this.wording = wording;
        this.locale = locale;
    }

    void write(XSSFWorkbook workbook, CellLooks looks) {
        var sheet = workbook.createSheet(table.code());
        sheet.createRow(0);
        column(sheet, 0, DeliveryTable.PATIENT, looks.header(true), looks.entry(Variable.Type.TEXT));
        comment(sheet, 0, wording.of(Phrase.of("template.explain.patient")));
        for (int i = 0; i < table.variables().size(); i++) {
            var variable = table.variables().get(i);
            var type = variable.variable().type();
            var header = looks.header(variable.variable().required());
            column(sheet, i + 1, variable.code(), header, looks.entry(type));
            comment(sheet, i + 1, explained(variable));
            validation(sheet, i + 1, variable);
        }
        sheet.createFreezePane(1, 1);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
    }

    private static void column(XSSFSheet sheet, int index, String code, XSSFCellStyle header, XSSFCellStyle entries) {
        XSSFCell cell = sheet.getRow(0).createCell(index);
        cell.setCellValue(code);
        cell.setCellStyle(header);
        sheet.setDefaultColumnStyle(index, entries);
        sheet.setColumnWidth(index, Math.max(14, code.length() + 4) * CHARACTER);
    }

    private static void comment(XSSFSheet sheet, int index, String text) {
        var drawing = sheet.createDrawingPatriarch();
        var box = drawing.createAnchor(0, 0, 0, 0, index + 1, 1, index + 5, 9);
        var comment = drawing.createCellComment(box);
        comment.setString(text);
        comment.setAuthor("Waardeketen");
        comment.setAddress(0, index);
    }

    private String explained(DescribedVariable variable) {
        var plain = variable.variable();
        var words = new StringBuilder(variable.title().in(locale));
        line(words, variable.meaning() == null ? "" : variable.meaning().in(locale));
        var unit = variable.unit() == null ? "" : " (" + variable.unit().in(locale) + ")";
        line(words, wording.of(TemplateWords.type(plain.type())) + unit);
        line(words, TemplateWords.range(plain));
        line(words, wording.of(TemplateWords.required(variable)));
        return words.toString();
    }

    private static void line(StringBuilder words, String line) {
        words.append(line.isEmpty() ? "" : "\n" + line);
    }

    private void validation(XSSFSheet sheet, int index, DescribedVariable variable) {
        DataValidationHelper make = sheet.getDataValidationHelper();
        var constraint = constraint(make, variable);
        if (constraint == null) {
            return;
        }
        DataValidation validation =
                make.createValidation(constraint, new CellRangeAddressList(1, LAST_ROW, index, index));
        var title = shortened(variable.title().in(locale), LONGEST_TITLE);
        validation.createErrorBox(title, wording.of(Phrase.of("template.not-valid", variable.code())));
        validation.setShowErrorBox(true);
        validation.createPromptBox(title, shortened(explained(variable), LONGEST_PROMPT));
        validation.setShowPromptBox(true);
        // Of a list this shows the arrow, whatever the name says.
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }

    private @Nullable DataValidationConstraint constraint(DataValidationHelper make, DescribedVariable variable) {
        var plain = variable.variable();
        var low = plain.low() == null ? "-1000000000000" : TemplateWords.plain(plain.low());
        var high = plain.high() == null ? "1000000000000" : TemplateWords.plain(plain.high());
        return switch (plain.type()) {
            case CATEGORY ->
                make.createFormulaListConstraint(
                        lists.reference(table, plain.code()).orElseThrow());
            case FLAG ->
                make.createExplicitListConstraint(
                        List.of(wording.of(Phrase.of("template.yes")), wording.of(Phrase.of("template.no")))
                                .toArray(String[]::new));
            case DATE, TIME ->
                make.createDateConstraint(OperatorType.BETWEEN, "DATE(1900,1,1)", "DATE(2100,12,31)", "yyyy-mm-dd");
            case INTEGER -> make.createIntegerConstraint(OperatorType.BETWEEN, low, high);
            case NUMBER -> make.createDecimalConstraint(OperatorType.BETWEEN, low, high);
            case TEXT -> null;
        };
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
