// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Where the records of a table stand, in the words of who made the file; records count from 0, places from 1. */
sealed interface Places {

    /** What a place is called. */
    String word();

    /** Lines of a text, which only reading it again can tell. */
    record Lines() implements Places {
        @Override
        public String word() {
            return "line";
        }
    }

    /** Records of a file without lines. */
    record Records() implements Places {
        @Override
        public String word() {
            return "record";
        }
    }

    /**
     * Rows of a sheet.
     *
     * @param runs the row of each record that does not stand right below the one before
     */
    record Rows(NavigableMap<Long, Long> runs) implements Places {
        Rows() {
            this(new TreeMap<>());
        }

        void put(long record, long row) {
            if (runs.isEmpty() || rowOf(record) != row) {
                runs.put(record, row);
            }
        }

        long rowOf(long record) {
            var run = Objects.requireNonNull(runs.floorEntry(record), "a record of the sheet");
            return run.getValue() + record - run.getKey();
        }

        @Override
        public String word() {
            return "row";
        }
    }
}
