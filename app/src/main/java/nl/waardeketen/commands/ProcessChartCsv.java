// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.Locale;
import nl.waardeketen.statistics.UnitColumns;

/** Prints control charts as CSV after RFC 4180, one line per point; not-a-number is empty. */
final class ProcessChartCsv {
    private ProcessChartCsv() {}

    static void print(ProcessCharts charts, PrintWriter out) {
        boolean by = charts.columns().by() != null;
        out.print((by ? "by," : "") + "time,value,centre,lower,upper,rule,judgement\n");
        for (var one : charts.series()) {
            var name = by ? quoted(one.source().name()) + "," : "";
            for (int i = 0; i < one.chart().points().size(); i++) {
                var point = one.chart().points().get(i);
                out.print(name + quoted(one.label(i)) + "," + number(point.value()) + "," + number(point.centre()) + ","
                        + number(point.shown().low()) + ","
                        + number(point.shown().high()) + "," + word(point.rule())
                        + "," + word(point.judgement()) + "\n");
            }
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? UnitColumns.number(value) : "";
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
