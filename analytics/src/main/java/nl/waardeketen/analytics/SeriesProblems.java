// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a file of series; of each rule the first rows are listed, with how many there are. */
final class SeriesProblems {
    private static final int MOST_LISTED = 5;

    private final Extract extract;
    private final Map<SeriesRule, Long> times = new EnumMap<>(SeriesRule.class);
    private final List<Broken> listed = new ArrayList<>();
    private final List<Problem> whole = new ArrayList<>();

    private record Broken(long record, SeriesRule rule, String column, String value) {}

    SeriesProblems(Extract extract) {
        this.extract = extract;
    }

    void add(long record, SeriesRule rule, String column, String value) {
        if (times.merge(rule, 1L, Long::sum) <= MOST_LISTED) {
            listed.add(new Broken(record, rule, column, value));
        }
    }

    /** Something about the file or a column as a whole. */
    void add(String rule, String column, String text, String remedy) {
        whole.add(new Problem(extract.file().name(), 0, column, "", rule, text, remedy));
    }

    /** Refuses the file if anything was found. */
    void refuse() throws IOException {
        if (listed.isEmpty() && whole.isEmpty()) {
            return;
        }
        var records = listed.stream().map(Broken::record).distinct().sorted().toList();
        var lines = extract.file().linesOfRecords(records);
        var problems = new ArrayList<>(whole);
        for (var broken : listed) {
            problems.add(problem(broken, lines.get(records.indexOf(broken.record()))));
        }
        throw new InvalidInput(problems);
    }

    private Problem problem(Broken broken, long line) {
        var rule = broken.rule();
        long rows = times.getOrDefault(rule, 1L);
        return new Problem(
                extract.file().name(),
                line,
                broken.column(),
                broken.value(),
                rule.code(),
                rule.text() + (rows > 1 ? " (" + rows + " rows)" : ""),
                rule.remedy());
    }
}
