// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.waardeketen.statistics.UnitColumns;

/** Prints an adjustment as CSV after RFC 4180; not-a-number is empty. */
final class AdjustmentCsv {
    private AdjustmentCsv() {}

    static void print(Adjustment adjustment, PrintWriter out) {
        out.print("unit," + String.join(",", UnitColumns.NUMBERS) + ",signal\n");
        for (var unit : adjustment.comparison().units()) {
            var numbers = Arrays.stream(UnitColumns.numbers(unit))
                    .mapToObj(value -> Double.isFinite(value) ? UnitColumns.number(value) : "")
                    .collect(Collectors.joining(","));
            out.print(quoted(unit.totals().unit()) + "," + numbers + "," + UnitColumns.signal(unit) + "\n");
        }
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
