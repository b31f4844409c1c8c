// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Prints an adjustment as CSV after RFC 4180; not-a-number is empty. */
final class AdjustmentCsv {
    private AdjustmentCsv() {}

    static void print(Adjustment adjustment, PrintWriter out) {
        out.print("unit," + String.join(",", AdjustmentTable.NUMBERS) + ",signal\n");
        for (var unit : adjustment.comparison().units()) {
            var numbers = Arrays.stream(AdjustmentTable.numbers(unit))
                    .mapToObj(value -> Double.isFinite(value) ? AdjustmentTable.number(value) : "")
                    .collect(Collectors.joining(","));
            out.print(quoted(unit.totals().unit()) + "," + numbers + "," + AdjustmentTable.signal(unit) + "\n");
        }
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
