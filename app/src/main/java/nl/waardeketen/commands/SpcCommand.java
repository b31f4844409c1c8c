// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.SeriesColumns;
import nl.waardeketen.analytics.SeriesReader;
import nl.waardeketen.statistics.Better;
import nl.waardeketen.statistics.ChartType;
import nl.waardeketen.statistics.RuleSchool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spc}: control charts of the series in any delimited file. */
@Command(
        name = "spc",
        description = "Make control charts of a CSV file: what changed, and what is common variation.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example: waits beyond four hours per month and hospital, fewer are better",
            "  waardeketen spc waits.csv --time month --value beyond --denominator visits --by hospital \\",
            "      --chart p_laney --better down --target 0.05",
            "",
            "Exit code: 0 done, 1 the file has problems (all listed), 2 wrong usage, 3 internal fault."
        })
final class SpcCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV file with a header, plain or gzip; - for standard input.")
    private String file = "";

    @Option(
            names = "--time",
            required = true,
            paramLabel = "COL",
            description = "A date, month, quarter, week or number per row, in any order.")
    private String time = "";

    @Option(
            names = "--value",
            required = true,
            paramLabel = "COL",
            description = "The measurement, or the count of events for p, u and c.")
    private String value = "";

    @Option(
            names = "--denominator",
            paramLabel = "COL",
            description = "Cases (p) or exposure (u) of each row; divides the value of xmr and run.")
    private @Nullable String denominator;

    @Option(names = "--by", paramLabel = "COL", description = "A chart for each value of this column.")
    private @Nullable String by;

    @Option(names = "--target", paramLabel = "V", description = "Whether the process can be relied on to meet it.")
    private @Nullable Double target;

    @Option(
            names = "--chart",
            paramLabel = "CHART",
            description = "xmr, run, p, u, c, p_laney or u_laney. Default: xmr; run for fewer than 12 points.")
    private @Nullable ChartType chart;

    @Option(names = "--better", paramLabel = "WAY", description = "up or down. Default: a neutral measure.")
    private @Nullable Better better;

    @Option(
            names = "--baseline",
            paramLabel = "N",
            description = "Centre and limits come from the first N points of each segment.")
    private @Nullable Integer baseline;

    @Option(
            names = "--rebase",
            paramLabel = "T",
            split = ",",
            description = "Times from which centre and limits are computed anew.")
    private List<String> rebase = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "T",
            split = ",",
            description = "Times that are shown, but no part of centre, limits and runs.")
    private List<String> exclude = List.of();

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description = "nhs or anhoej. Default: anhoej for a run chart, else nhs.")
    private @Nullable RuleSchool rules;

    @Option(
            names = "--no-screening",
            description = "Let also extreme moving ranges count for the limits of xmr, as spreadsheets do.")
    private boolean unscreened;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, csv or json. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        var columns = columns();
        checkChart();
        print(charts(columns));
        return ExitCode.DONE;
    }

    private ProcessCharts charts(SeriesColumns columns) throws IOException {
        var input = new InputFile(spec, file);
        try (var scratch = new Scratch();
                var progress = Progress.on(spec.commandLine().getErr())) {
            progress.says("reading " + input.name());
            var reading = SeriesReader.read(input.path(scratch), input.name(), columns, scratch);
            var wishes = new ChartWishes(chart, rules, better, baseline, !unscreened, target, rebase, exclude);
            for (var wrong : wishes.unmet(reading)) {
                throw wrong(wrong);
            }
            return ProcessCharts.of(columns, reading, wishes);
        }
    }

    private void print(ProcessCharts charts) {
        var out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> new ProcessChartText(charts).print(out);
            case CSV -> ProcessChartCsv.print(charts, out);
            case JSON -> ProcessChartJson.print(charts, out);
        }
        if (format != OutputFormat.TEXT) {
            charts.remarks().forEach(remark -> spec.commandLine().getErr().println(Texts.plain(remark)));
        }
    }

    private SeriesColumns columns() {
        var seen = new HashSet<String>();
        Stream.of(time, value, denominator, by).filter(Objects::nonNull).forEach(name -> {
            refuseIf(name.isBlank(), "a column name is empty");
            refuseIf(!seen.add(name), "column " + name + " is named twice; each column has one use");
        });
        return new SeriesColumns(time, value, denominator, by, values());
    }

    private SeriesColumns.Values values() {
        if (chart == null || !chart.countsEvents()) {
            return SeriesColumns.Values.MEASUREMENTS;
        }
        return chart.isProportion() ? SeriesColumns.Values.CASES : SeriesColumns.Values.COUNTS;
    }

    private void checkChart() {
        refuseIf(
                chart != null && chart.needsDenominator() && denominator == null,
                "this chart needs the number of cases or the exposure of each row: --denominator");
        refuseIf(
                chart == ChartType.C && denominator != null,
                "--chart c is for equal exposures and has no --denominator; use --chart u");
        refuseIf(baseline != null && baseline < 2, "--baseline takes two points or more");
        refuseIf(unscreened && chart != null && chart != ChartType.XMR, "--no-screening goes with --chart xmr");
        refuseIf(target != null && !Double.isFinite(target), "--target takes a number");
        refuseIf(
                target != null && chart != null && chart.isProportion() && (target < 0 || target > 1),
                "--target of a proportion lies from 0 to 1: 0.85 is 85 %");
    }

    private void refuseIf(boolean wrong, String text) {
        if (wrong) {
            throw wrong(text);
        }
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
