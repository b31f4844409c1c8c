// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/** Columns of numbers with their names; null is {@code NaN}. */
public record NumberTable(List<String> names, double[][] columns) {

    public NumberTable {
        names = List.copyOf(names);
    }

    /** The column of that name. */
    public double[] column(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + name + " among " + names);
        }
        return columns[index];
    }
}
