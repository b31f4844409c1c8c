// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What the number in a cell stands for, by the format in which it is shown: a date, a time, both, a length of time, or
 * just a number. Numbers are written with the fifteen digits that Excel keeps.
 */
final class CellFormats extends DefaultHandler {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final Pattern WHOLE = Pattern.compile("-?[1-9][0-9]{0,14}|0");
    private static final Pattern NO_LETTERS_OF_DATES =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private enum Meaning {
        NUMBER,
        DATE,
        TIME,
        MOMENT,
        LENGTH
    }

    private final boolean from1904;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Meaning> meanings = new ArrayList<>();
    private boolean inCellFormats;

    CellFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    @Override
    public void startElement(String space, String element, String qualified, Attributes attributes) {
        switch (element) {
            case "numFmt" ->
                formats.put(
                        Integer.parseInt(attributes.getValue("numFmtId")),
                        String.valueOf(attributes.getValue("formatCode")));
            case "cellXfs" -> inCellFormats = true;
            case "xf" -> {
                if (inCellFormats) {
                    var format = attributes.getValue("numFmtId");
                    meanings.add(meaning(format == null ? 0 : Integer.parseInt(format)));
                }
            }
            default -> {
                // Colours, borders and fonts say nothing about the value.
            }
        }
    }

    @Override
    public void endElement(String space, String element, String qualified) {
        if (element.equals("cellXfs")) {
            inCellFormats = false;
        }
    }

    private Meaning meaning(int number) {
        var format = formats.getOrDefault(number, builtIn(number));
        if (!DateUtil.isADateFormat(number, format)) {
            return Meaning.NUMBER;
        }
        var letters = NO_LETTERS_OF_DATES
                .matcher(format.split(";", 2)[0])
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("am/pm|a/p", "");
        if (letters.contains("[")) {
            return Meaning.LENGTH;
        }
        boolean time = letters.contains("h") || letters.contains("s");
        boolean date = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !time);
        return time && date ? Meaning.MOMENT : time ? Meaning.TIME : Meaning.DATE;
    }

    private static String builtIn(int number) {
        var format = BuiltinFormats.getBuiltinFormat(number);
        // Numbers that Excel keeps for dates of East Asian versions, and that other programs use for dates too.
        boolean reserved = (number >= 27 && number <= 31) || number == 36 || (number >= 50 && number <= 58);
        return format != null ? format : reserved ? "yyyy-mm-dd" : "General";
    }

    /** The number of a cell as text. */
    String text(String number, @Nullable String style) {
        var meaning = style == null ? Meaning.NUMBER : meaning(style);
        if (meaning == Meaning.NUMBER) {
            return WHOLE.matcher(number).matches() ? number : plain(number);
        }
        double value = Double.parseDouble(number);
        if (!DateUtil.isValidExcelDate(value)) {
            return plain(number);
        }
        var moment = DateUtil.getLocalDateTime(value, from1904, true);
        return switch (meaning) {
            case DATE -> moment.toLocalDate().toString();
            case MOMENT -> moment.toLocalDate() + " " + time(moment);
            case TIME -> (value < 1 ? "" : moment.toLocalDate() + " ") + time(moment);
            default -> length(value);
        };
    }

    private Meaning meaning(String style) {
        int index = Integer.parseInt(style);
        return index < meanings.size() ? meanings.get(index) : Meaning.NUMBER;
    }

    private static String time(LocalDateTime moment) {
        return moment.format(moment.getSecond() == 0 ? MINUTE : SECOND);
    }

    private static String length(double days) {
        long seconds = Math.round(days * 86_400);
        var minutes = String.format(Locale.ROOT, "%d:%02d", seconds / 3_600, seconds / 60 % 60);
        return seconds % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, ":%02d", seconds % 60);
    }

    private static String plain(String number) {
        var value = new BigDecimal(number).round(FIFTEEN_DIGITS).stripTrailingZeros();
        return Math.abs((long) value.scale()) > 400 ? value.toString() : value.toPlainString();
    }
}
