// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.LakeIndicators.Crude;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Share;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.deliveries.CheckReportJson;
import nl.waardeketen.deliveries.Examined.Overlap;

/** What a check found, for a reader or for a program. */
final class CheckReportText {
    private final CheckReport report;
    private final PrintWriter out;

    CheckReportText(CheckReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    /**
     * Prints it.
     *
     * @param overlaps deliveries that hold some of its episodes already
     */
    void print(OutputFormat format, List<Overlap> overlaps) {
        switch (format) {
            case TEXT -> {
                text();
                overlaps.forEach(this::text);
            }
            case CSV -> csv();
            case JSON -> out.println(CheckReportJson.of(report));
        }
    }

    private void text() {
        report.tables().forEach(this::text);
        out.println(
                switch (report.outcome()) {
                    case PASS -> "Pass.";
                    case PASS_WITH_QUARANTINE ->
                        "Pass, with " + Texts.counted(report.quarantined(), "row") + " in quarantine.";
                    case FAIL -> "Fail: this would not land.";
                });
    }

    private void text(Overlap overlap) {
        var difference = overlap.difference();
        if (difference == null) {
            out.println(Texts.counted(overlap.episodes(), "episode") + " came from another organisation before.");
            return;
        }
        out.println("In the place of delivery " + overlap.delivery() + ": " + difference.added() + " episodes added, "
                + difference.changed() + " changed, " + difference.gone() + " gone, " + difference.same()
                + " the same.");
        for (var effect : overlap.effects()) {
            out.println("  " + effect.indicator() + ": " + text(effect.before()) + " becomes " + text(effect.after()));
        }
    }

    private static String text(Crude crude) {
        return String.format(Locale.ROOT, "%.4g of %d", crude.value(), crude.n());
    }

    private void text(TableReport table) {
        out.println("Checked: " + Texts.plain(table.file()) + ", " + Texts.counted(table.rows(), "row") + ", "
                + table.quarantined() + " with problems.");
        for (var variable : table.variables()) {
            if (variable.given() < table.rows()) {
                out.println("  " + variable.variable() + ": filled in for "
                        + new Share(variable.given(), table.rows()).text() + " of the rows");
            }
        }
    }

    /** One line per problem, after RFC 4180. */
    private void csv() {
        out.print("table,file,line,column,value,rule,severity,owner,rows,text,remedy\n");
        report.problems().forEach(problem -> out.print(line(problem) + "\n"));
    }

    private static String line(Problem problem) {
        return Stream.of(
                        problem.table(),
                        problem.file(),
                        problem.line() == 0 ? "" : String.valueOf(problem.line()),
                        problem.column(),
                        problem.value(),
                        problem.rule(),
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        CheckReportJson.word(problem.owner()),
                        String.valueOf(problem.rows()),
                        problem.text(),
                        problem.remedy())
                .map(CheckReportText::quoted)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
