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
 * @param skippedLines lines before the header: blank ones, titles and the {@code sep=} that spreadsheets write
 */
record Header(List<String> names, char separator, char quote, int skippedLines) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', ':', '^', '~', ' ');
    private static final String USUAL = ",;\t|";
    private static final List<Character> QUOTES = List.of('"', '\'');

    Header {
        names = List.copyOf(names);
    }

    /**
     * The reading of the text's first lines that finds most of the wanted columns, then one with a usual separator, then
     * one with rows as wide as the header and least above it, then most columns; earlier separators win ties.
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
                .flatMap(separator -> QUOTES.stream().map(quote -> read(text, separator, quote, skippedLines, wanted)))
                .max(Comparator.<Reading>comparingLong(reading -> reading.header.found(wanted))
                        .thenComparingInt(reading -> -reading.header.oddQuotes())
                        .thenComparing(reading -> reading.header.usual())
                        .thenComparing(Reading::even)
                        .thenComparingInt(reading -> -reading.header.skippedLines)
                        .thenComparingInt(reading -> reading.header.names.size()))
                .map(Reading::header)
                .orElseThrow();
    }

    /**
     * One way to read the start of a file.
     *
     * @param even whether the rows below the header are as wide as it is
     */
    private record Reading(Header header, boolean even) {}

    private static int afterLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        boolean pair = text.startsWith("\r\n", end);
        return Math.min(text.length(), end + (pair ? 2 : 1));
    }

    private static Reading read(String text, char separator, char quote, int skippedLines, Collection<String> wanted) {
        var records = new ArrayList<FirstRecord>();
        int start = 0;
        int line = skippedLines;
        while (start < text.length() && line - skippedLines <= HeaderRow.MOST_ABOVE) {
            var record = FirstRecord.read(text, start, line, separator, quote);
            if (!record.values().equals(List.of("")) || records.isEmpty()) {
                records.add(record);
            }
            start = record.end();
            line = record.line() + record.lines();
        }
        var rows = records.stream().map(FirstRecord::values).toList();
        int row = HeaderRow.among(rows, wanted);
        var names = withTrailingSeparator(rows.get(row), rows.subList(row + 1, rows.size()));
        boolean even = rows.stream().skip(row + 1L).allMatch(each -> each.size() == names.size());
        return new Reading(new Header(names, separator, quote, records.get(row).line()), even);
    }

    /** Some programs end every row with a separator, but not the header. */
    private static List<String> withTrailingSeparator(List<String> names, List<List<String>> rows) {
        boolean ended = !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.size() == names.size() + 1
                                && row.get(names.size()).isEmpty());
        return ended ? Stream.concat(names.stream(), Stream.of("")).toList() : names;
    }

    /**
     * A record at the start of a file.
     *
     * @param line number of lines before it
     * @param lines number of its own lines
     * @param end where the next one starts
     */
    private record FirstRecord(List<String> values, int line, int lines, int end) {

        static FirstRecord read(String text, int start, int line, char separator, char quote) {
            var values = new ArrayList<String>();
            var value = new StringBuilder();
            boolean quoted = false;
            int i = start;
            for (; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted && c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    value.append(quote);
                    i++;
                } else if (c == quote && (quoted || value.toString().isBlank())) {
                    quoted = !quoted;
                } else if (!quoted && c == separator) {
                    values.add(value.toString().strip());
                    value.setLength(0);
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    break;
                } else {
                    value.append(c);
                }
            }
            values.add(value.toString().strip());
            int lines = 1
                    + (int) text.substring(start, i)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return new FirstRecord(List.copyOf(values), line, lines, afterLine(text, i));
        }
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
