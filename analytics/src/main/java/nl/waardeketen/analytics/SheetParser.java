// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the cells of a sheet as they pass by: dates as ISO texts, numbers as plain ones, results of formulas. */
final class SheetParser extends DefaultHandler {
    private static final int MOST_COLUMNS = 16_384;
    private static final Pattern LONG = Pattern.compile("-?[0-9]{16,}");
    private static final Pattern CODED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Receiver receiver;
    private final CellFormats formats;
    private final SharedTexts texts;

    private final List<String> row = new ArrayList<>();
    private final BitSet errors = new BitSet();
    private final BitSet blurred = new BitSet();
    private final StringBuilder text = new StringBuilder();
    private long rowNumber;
    private int column;
    private String type = "n";
    private @Nullable String style;
    private boolean inValue;
    private boolean inSound;

    /**
     * A row of the sheet.
     *
     * @param number from 1
     * @param cells texts of the cells, empty where there is none
     * @param errors columns whose formula gave an error
     * @param blurred columns with a whole number of more digits than Excel keeps
     */
    record Row(long number, List<String> cells, BitSet errors, BitSet blurred) {}

    /** Takes what is read. */
    interface Receiver {
        /**
         * Takes a row, at once.
         *
         * @throws Enough to read no further
         */
        void row(Row row) throws SAXException;

        /** Cells that were merged into one; comes after all rows. */
        void merged(CellRangeAddress cells);
    }

    /** Says that no more rows are needed. */
    static final class Enough extends SAXException {}

    SheetParser(Receiver receiver, CellFormats formats, SharedTexts texts) {
        this.receiver = receiver;
        this.formats = formats;
        this.texts = texts;
    }

    @Override
    public void startElement(String space, String element, String qualified, Attributes attributes) {
        switch (element) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "v", "t" -> {
                inValue = !inSound;
                if (element.equals("v")) {
                    text.setLength(0);
                }
            }
            case "rPh" -> inSound = true;
            case "mergeCell" -> receiver.merged(CellRangeAddress.valueOf(attributes.getValue("ref")));
            default -> inValue = false;
        }
    }

    private void startRow(Attributes attributes) {
        var number = attributes.getValue("r");
        rowNumber = number == null ? rowNumber + 1 : Long.parseLong(number);
        row.clear();
        errors.clear();
        blurred.clear();
        column = -1;
    }

    private void startCell(Attributes attributes) {
        var place = attributes.getValue("r");
        column = place == null ? column + 1 : columnOf(place);
        if (column < 0 || column >= MOST_COLUMNS) {
            throw new IllegalArgumentException("a sheet has fewer columns");
        }
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        style = attributes.getValue("s");
        text.setLength(0);
    }

    private static int columnOf(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && column <= MOST_COLUMNS; i++) {
            char c = place.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inValue) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String space, String element, String qualified) throws SAXException {
        inValue = false;
        switch (element) {
            case "rPh" -> inSound = false;
            case "c" -> endCell();
            case "row" -> receiver.row(new Row(rowNumber, row, errors, blurred));
            default -> {
                // Nothing ends with it.
            }
        }
    }

    private void endCell() {
        if (text.isEmpty() || (type.equals("n") && text.toString().isBlank())) {
            return;
        }
        while (row.size() <= column) {
            row.add("");
        }
        var value = value(text.toString());
        row.set(column, value);
        errors.set(column, type.equals("e"));
        blurred.set(
                column,
                type.equals("n") && value.length() > 15 && LONG.matcher(value).matches());
    }

    private String value(String raw) {
        return switch (type) {
            case "s" -> decoded(texts.get(Integer.parseInt(raw.strip())));
            case "str", "inlineStr" -> decoded(raw);
            case "b" -> raw.strip().equals("1") || raw.strip().equals("true") ? "true" : "false";
            case "n" -> formats.text(raw.strip(), style);
            case "d" -> raw.strip().replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
            default -> raw;
        };
    }

    /** Characters that XML cannot hold are written by their number. */
    private static String decoded(String text) {
        return text.contains("_x")
                ? CODED.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                : text;
    }

    /** The address of a cell as Excel shows it. */
    static String address(int column, long row) {
        return CellReference.convertNumToColString(column) + row;
    }
}
