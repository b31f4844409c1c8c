// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file writes dates, said as {@code %d-%m-%Y} or in words: {@code dd-mm-jjjj uu:mm}. */
final class DatePattern {
    private static final Pattern KNOWN = Pattern.compile("([-/:. ,T]|%-?[YymbBdjHIMSfpz])+");
    private static final Pattern WORDS = Pattern.compile("([dmjyuhs])\\1*|[-/:. ,tT]");
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("jjjj", "%Y");
        PARTS.put("yyyy", "%Y");
        PARTS.put("jj", "%y");
        PARTS.put("yy", "%y");
        PARTS.put("mm", "%m");
        PARTS.put("m", "%-m");
        PARTS.put("dd", "%d");
        PARTS.put("d", "%-d");
        PARTS.put("uu", "%H");
        PARTS.put("hh", "%H");
        PARTS.put("ss", "%S");
    }

    private DatePattern() {}

    /** The pattern in the engine's form, with a year, a month and a day at least; empty when it cannot be read. */
    static Optional<String> read(String written) {
        var pattern = written.contains("%") ? written : fromWords(written.toLowerCase(Locale.ROOT));
        boolean day = pattern.matches(".*%-?[mbB].*") && pattern.matches(".*%-?d.*");
        boolean whole = pattern.matches(".*%[Yy].*") && (day || pattern.contains("%j"));
        return KNOWN.matcher(pattern).matches() && whole ? Optional.of(pattern) : Optional.empty();
    }

    private static String fromWords(String written) {
        var pattern = new StringBuilder();
        var words = WORDS.matcher(written);
        int end = 0;
        while (words.find() && words.start() == end) {
            end = words.end();
            var word = words.group();
            boolean minutes = word.equals("mm") && pattern.indexOf("%H") >= 0;
            var sign = word.equals("t") ? "T" : word;
            pattern.append(minutes ? "%M" : PARTS.getOrDefault(word, sign));
        }
        return end == written.length() ? pattern.toString() : "";
    }
}
