// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first record of a delimited file, read with the separator and quote that fit it.
 *
 * @param names column names, trimmed, in the order of the file
 * @param skippedLines lines before the header: blank ones and the {@code sep=} that spreadsheets write
 */
record Header(List<String> names, char separator, char quote, int skippedLines) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', ':', '^', '~', ' ');
    private static final String USUAL = ",;\t|";
    private static final List<Character> QUOTES = List.of('"', '\'');

    Header {
        names = List.copyOf(names);
    }

    /**
     * The reading of the text's first record that finds most of the wanted columns, then one with a usual separator, then
     * most columns; earlier separators win ties.
     */
    static Header read(String head, Collection<String> wanted) {
        int start = 0;
        int skipped = 0;
        List<Character> separators = SEPARATORS;
        for (var line : (Iterable<String>) head.lines()::iterator) {
            if (line.regionMatches(true, 0, "sep=", 0, 4) && line.length() == 5) {
                separators = List.of(line.charAt(4));
            } else if (!line.isBlank()) {
                break;
            }
            skipped++;
            start = afterLine(head, start);
        }
        var text = head.substring(start);
        int skippedLines = skipped;
        return separators.stream()
                .flatMap(separator -> QUOTES.stream().map(quote -> read(text, separator, quote, skippedLines)))
                .max(Comparator.<Header>comparingLong(header -> header.found(wanted))
                        .thenComparingInt(header -> -header.oddQuotes())
                        .thenComparing(Header::usual)
                        .thenComparingInt(header -> header.names.size()))
                .orElseThrow();
    }

    private static int afterLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        boolean pair = text.startsWith("\r\n", end);
        return Math.min(text.length(), end + (pair ? 2 : 1));
    }

    private static Header read(String text, char separator, char quote, int skippedLines) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                name.append(quote);
                i++;
            } else if (c == quote && (quoted || name.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                names.add(name.toString().strip());
                name.setLength(0);
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else {
                name.append(c);
            }
        }
        names.add(name.toString().strip());
        return new Header(names, separator, quote, skippedLines);
    }

    private long found(Collection<String> wanted) {
        return wanted.stream().filter(names::contains).count();
    }

    private boolean usual() {
        return names.size() > 1 && USUAL.indexOf(separator) >= 0;
    }

    /** Names that still carry quotes were read with the wrong quote character. */
    private int oddQuotes() {
        return (int) names.stream()
                .filter(name -> Stream.of("\"", "'").anyMatch(name::startsWith))
                .count();
    }
}
