// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import java.io.IOException;
import java.util.List;

/**
 * One thing that goes wrong with a good delivery.
 *
 * @param kind what sort of thing it is
 * @param name what is done to it, in words
 * @param change the same, to a folder of files
 * @param findings what must be reported, and where
 */
record Mutation(String kind, String name, Good good, Change change, Ending ending, List<Finding> findings) {
    /** Line of the episode whose values are known. */
    static final int LINE = 5;

    static final String EPISODE = "episode.csv";
    static final String DESCRIPTION = "datapackage.json";
    static final String MAPPING = "mapping.yaml";

    /** What happens to the files. */
    interface Change {
        void to(Delivered delivered) throws IOException;
    }

    /** How the check must end. */
    enum Ending {
        /** Nothing can land. */
        NOTHING_LANDS,
        /** The row waits, the others can land. */
        ROW_WAITS,
        /** All lands, and it is told. */
        NOTED
    }

    /**
     * What is reported.
     *
     * @param line 0 for the file as a whole
     * @param column as the file spells it, or empty
     */
    record Finding(String rule, String file, long line, String column) {}

    static Mutation of(String kind, String name, Good good, Ending ending, Change change, List<Finding> findings) {
        return new Mutation(kind, name, good, change, ending, findings);
    }

    /** A delivery that is refused with one finding. */
    static Mutation refused(String kind, String name, Good good, Change change, String rule, String place) {
        return of(kind, name, good, Ending.NOTHING_LANDS, change, List.of(at(rule, place)));
    }

    /** A finding at a place that is written as {@code file:line column}. */
    static Finding at(String rule, String place) {
        var words = place.split(" ", 2);
        var parts = words[0].split(":", 2);
        long line = parts.length == 2 ? Long.parseLong(parts[1]) : 0;
        return new Finding(rule, parts[0], line, words.length == 2 ? words[1] : "");
    }

    /** The same; a file called {@code ?} is the folder itself. */
    List<Finding> findingsIn(Delivered delivered) {
        var name = String.valueOf(delivered.folder().getFileName());
        return findings.stream()
                .map(each -> new Finding(each.rule, each.file.replace("?", name), each.line, each.column))
                .toList();
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
