// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.waardeketen.statistics.ShrunkenUnit;
import nl.waardeketen.statistics.UnitColumns;

/** Prints an adjustment as CSV after RFC 4180; not-a-number is empty. */
final class AdjustmentCsv {
    private AdjustmentCsv() {}

    static void print(Adjustment adjustment, PrintWriter out) {
        var hierarchical = adjustment.hierarchical();
        var more = hierarchical == null ? "" : "," + String.join(",", ShrunkenUnit.NUMBERS);
        out.print("unit," + String.join(",", UnitColumns.NUMBERS) + ",signal" + more + "\n");
        var units = adjustment.comparison().units();
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            var shrunken = hierarchical == null
                    ? ""
                    : "," + joined(hierarchical.units().get(i).numbers());
            out.print(quoted(unit.totals().unit()) + "," + joined(UnitColumns.numbers(unit)) + ","
                    + UnitColumns.signal(unit) + shrunken + "\n");
        }
    }

    private static String joined(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(value -> Double.isFinite(value) ? UnitColumns.number(value) : "")
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
