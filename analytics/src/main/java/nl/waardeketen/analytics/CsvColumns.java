// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/** Names under which the columns of a delimited file are read, in their order; each a plain lower-case word. */
record CsvColumns(List<String> names) {
    CsvColumns {
        names = List.copyOf(names);
        for (var name : names) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("not a plain column name: " + name);
            }
        }
    }
}
