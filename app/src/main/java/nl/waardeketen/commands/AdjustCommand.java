// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.waardeketen.analytics.CohortColumns;
import nl.waardeketen.analytics.CohortReader;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Extremes;
import nl.waardeketen.statistics.IntervalMethod;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.Transform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code adjust}: a case-mix-adjusted comparison of the units in any delimited file. */
@Command(
        name = "adjust",
        description = "Compare units (hospitals, say) in a CSV file, adjusted for their case mix.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Example: deaths per hospital, adjusted for age and type of admission",
            "  waardeketen adjust stays.csv --unit hospital --outcome died --kind proportion \\",
            "      --case-mix age:spline,sex,type:factor",
            "",
            "Exit code: 0 done, 1 the file has problems (all listed), 2 wrong usage, 3 internal fault."
        })
final class AdjustCommand implements Callable<Integer> {
    private static final double MOST_PER_TAIL = 0.5;
    private static final double CAP_OF_AMOUNTS = 0.99;

    enum TransformName {
        SQRT,
        LOG,
        ARCSINE
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV file with a header, plain or gzip; - for standard input.")
    private String file = "";

    @Option(names = "--unit", required = true, paramLabel = "COL", description = "Unit of comparison; always a text.")
    private String unit = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COL",
            description = "0/1 or true/false for a proportion; a number for a count, duration or cost.")
    private String outcome = "";

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "proportion, count, duration or cost.")
    private Kind kind = Kind.PROPORTION;

    @Option(
            names = "--case-mix",
            paramLabel = "COL[:FORM],…",
            description =
                    "What patients bring along; FORM is factor, quadratic or spline. By itself a number is linear and"
                            + " a text a factor.")
    private List<String> caseMix = List.of();

    @Option(names = "--trials", paramLabel = "COL", description = "Patients per row; the outcome counts their events.")
    private @Nullable String trials;

    @Option(
            names = "--exposure",
            paramLabel = "COL",
            description = "Denominator of a count, duration or cost, such as patient days.")
    private @Nullable String exposure;

    @Option(
            names = "--expected",
            paramLabel = "COL",
            description = "Expected value from elsewhere; no model is fitted.")
    private @Nullable String expected;

    @Option(
            names = "--dispersion",
            paramLabel = "METHOD",
            description = "none, additive or multiplicative. Default: additive at 10 units or more, else none.")
    private @Nullable DispersionMethod dispersion;

    @Option(
            names = "--transform",
            paramLabel = "SCALE",
            description =
                    "sqrt, log or arcsine. Default: log for duration and cost, arcsine for proportions without case mix,"
                            + " else sqrt.")
    private @Nullable TransformName transform;

    @Option(names = "--winsorise", paramLabel = "P", description = "Share per tail pulled in for phi. Default: 0.1.")
    private @Nullable Double winsorise;

    @Option(names = "--truncate", paramLabel = "P", description = "Share per tail left out of phi, as SHMI does.")
    private @Nullable Double truncate;

    @Option(
            names = "--cap",
            paramLabel = "P",
            description =
                    "Quantile to which larger values are pulled in, or none. Default: 0.99 for duration and cost, else none.")
    private @Nullable String cap;

    @Option(
            names = "--round-expected",
            paramLabel = "D",
            description = "Decimals to which expected values are rounded.")
    private @Nullable Integer roundExpected;

    @Option(
            names = "--interval",
            paramLabel = "WAY",
            description = "analytic, or bootstrap for duration and cost. Default: analytic.")
    private IntervalMethod interval = IntervalMethod.ANALYTIC;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private FitOptions fit = new FitOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, csv or json. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        print(adjustment(columns(), rules()));
        return ExitCode.DONE;
    }

    private Adjustment adjustment(CohortColumns columns, ComparisonRules rules) throws IOException {
        var input = new InputFile(spec, file);
        try (var scratch = new Scratch();
                var progress = Progress.on(spec.commandLine().getErr())) {
            progress.says("reading " + input.name());
            var reading = CohortReader.read(input.path(scratch), input.name(), columns, scratch);
            return model.adjustment(columns, reading, rules, interval, fit.form(), progress);
        }
    }

    private void print(Adjustment adjustment) {
        var out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> new AdjustmentText(adjustment).print(out);
            case CSV -> AdjustmentCsv.print(adjustment, out);
            case JSON -> AdjustmentJson.print(adjustment, out);
        }
        if (format != OutputFormat.TEXT) {
            adjustment.remarks().forEach(remark -> spec.commandLine().getErr().println(remark));
        }
    }

    private CohortColumns columns() {
        refuseIf(trials != null && kind != Kind.PROPORTION, "--trials goes with --kind proportion");
        refuseIf(exposure != null && kind == Kind.PROPORTION, "--exposure goes with --kind count, duration or cost");
        refuseIf(
                interval == IntervalMethod.BOOTSTRAP && !kind.isAmount(),
                "--interval bootstrap goes with --kind duration or cost");
        refuseIf(model.contradiction(kind, expected));
        refuseIf(exposure != null && expected != null, "--exposure and --expected exclude each other");
        refuseIf(
                expected != null && !caseMix.isEmpty(),
                "--expected brings its own expected values, so --case-mix has nothing to do; drop one of them");
        var terms = CaseMixList.of(caseMix);
        var names = Stream.concat(
                        Stream.of(unit, outcome, trials, exposure, expected).filter(Objects::nonNull),
                        terms.stream().map(CohortColumns.CaseMix::column))
                .toList();
        var seen = new HashSet<String>();
        for (var name : names) {
            refuseIf(name.isBlank(), "a column name is empty");
            refuseIf(!seen.add(name), "column " + name + " is named twice; each column has one use");
        }
        return new CohortColumns(unit, outcome, kind, trials, exposure, expected, terms, capShare());
    }

    private @Nullable Double capShare() {
        if (cap == null) {
            return kind.isAmount() ? CAP_OF_AMOUNTS : null;
        }
        if (cap.equals("none")) {
            return null;
        }
        refuseIf(kind == Kind.PROPORTION, "--cap does not go with --kind proportion");
        try {
            double share = Double.parseDouble(cap);
            refuseIf(!(share > 0 && share <= 1), "--cap takes a quantile above 0 and up to 1, or none");
            return share;
        } catch (NumberFormatException e) {
            throw wrong("--cap takes a quantile above 0 and up to 1, or none; not " + cap);
        }
    }

    private ComparisonRules rules() {
        refuseIf(winsorise != null && truncate != null, "--winsorise and --truncate exclude each other");
        refuseIf(
                roundExpected != null && (roundExpected < 0 || roundExpected > 15),
                "--round-expected takes 0 to 15 decimals");
        var share = truncate != null ? truncate : winsorise;
        refuseIf(
                share != null && !(share >= 0 && share < MOST_PER_TAIL),
                "--winsorise and --truncate take a share per tail from 0 to below 0.5");
        boolean plain = caseMix.isEmpty() && expected == null;
        refuseIf(
                transform == TransformName.ARCSINE && !(caseMix.isEmpty() && kind == Kind.PROPORTION),
                "--transform arcsine goes with --kind proportion without case mix");
        var defaults = ComparisonRules.defaults(kind, !plain);
        var extremes = truncate != null
                ? Extremes.truncate(truncate)
                : winsorise != null ? Extremes.winsorise(winsorise) : defaults.extremes();
        boolean scaled = transform != null || share != null;
        fit.contradictions(kind, expected != null, scaled, dispersion).forEach(text -> refuseIf(true, text));
        return fit.applied(new ComparisonRules(
                dispersion, transform == null ? defaults.transform() : scale(transform), extremes, roundExpected));
    }

    private static Transform scale(TransformName name) {
        return switch (name) {
            case SQRT -> Transform.SQUARE_ROOT;
            case LOG -> Transform.LOG;
            case ARCSINE -> Transform.ARCSINE;
        };
    }

    private void refuseIf(Optional<String> contradiction) {
        contradiction.ifPresent(text -> refuseIf(true, text));
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
