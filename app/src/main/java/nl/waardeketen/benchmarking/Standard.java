// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.IndicatorPatterns;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.ModelRefusal;
import nl.waardeketen.statistics.Patterns;
import nl.waardeketen.statistics.RareLevels;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of every patient: the fitted values of the case-mix model of one indicator. A variable that the data do
 * not support is left out of the model, and that is told.
 *
 * @param model {@code null} where nobody or everybody has the event, or nobody counts
 * @param rates fitted value per pattern
 * @param rate all events over all patients, or the mean
 * @param remarks codes of what was left out, with the variable after a colon
 */
record Standard(Kind kind, @Nullable CaseMixModel model, double[] rates, double rate, List<String> remarks) {

    static Standard of(Indicator indicator, Patterns patterns) {
        var kind = kind(indicator);
        double rate = patterns.rows().length == 0 ? Double.NaN : patterns.overallRate();
        if (!(rate > 0) || (kind == Kind.PROPORTION && rate == 1)) {
            return overall(kind, patterns, rate, List.of());
        }
        var merged = RareLevels.join(kind, patterns);
        var remarks = new ArrayList<String>();
        merged.joined()
                .forEach(level ->
                        remarks.add("case-mix.joined:" + level.variable() + ":" + level.level() + ":" + level.into()));
        var columns = new ArrayList<>(merged.patterns().columns());
        columns.removeIf(column -> isConstant(column, patterns, remarks));
        return fitted(kind, patterns, columns, rate, remarks);
    }

    /** The same with a fitted value for every pattern of the case-mix set, 0 where nobody of the indicator is. */
    Standard spread(IndicatorPatterns patterns) {
        return new Standard(kind, model, patterns.spread(rates), rate, remarks);
    }

    private static boolean isConstant(CaseMixColumn column, Patterns patterns, List<String> remarks) {
        boolean same = IntStream.range(1, patterns.rows().length).allMatch(i -> column.same(0, i));
        if (same) {
            remarks.add("case-mix.constant:" + column.name());
        }
        return same;
    }

    private static Standard fitted(
            Kind kind, Patterns patterns, List<CaseMixColumn> columns, double rate, List<String> remarks) {
        while (true) {
            try {
                var fit = CaseMixModel.fit(kind, with(patterns, columns));
                return new Standard(kind, fit.model(), fit.rates(), rate, List.copyOf(remarks));
            } catch (ModelRefusal refusal) {
                var penalised = kind == Kind.PROPORTION ? penalised(refusal, patterns, columns, rate, remarks) : null;
                if (penalised != null) {
                    return penalised;
                }
                if (!leaveOut(refusal, columns, remarks)) {
                    return overall(kind, patterns, rate, List.copyOf(remarks));
                }
            }
        }
    }

    /** A fit that has an answer where variables separate; {@code null} where that is not what was refused. */
    private static @Nullable Standard penalised(
            ModelRefusal refusal, Patterns patterns, List<CaseMixColumn> columns, double rate, List<String> remarks) {
        boolean separated =
                refusal.findings().stream().allMatch(finding -> finding.code().equals("case-mix.separated"));
        if (!separated) {
            return null;
        }
        try {
            var fit = CaseMixModel.fitPenalised(with(patterns, columns));
            var told = new ArrayList<>(remarks);
            refusal.findings().forEach(finding -> told.add("case-mix.penalised:" + finding.variable()));
            return new Standard(Kind.PROPORTION, fit.model(), fit.rates(), rate, List.copyOf(told));
        } catch (ModelRefusal again) {
            return null;
        }
    }

    static Kind kind(Indicator indicator) {
        return switch (indicator.kind()) {
            case PROPORTION, COMPOSITE -> Kind.PROPORTION;
            case COUNT -> Kind.COUNT;
            case DURATION -> Kind.DURATION;
            case COST -> Kind.COST;
        };
    }

    private static Patterns with(Patterns patterns, List<CaseMixColumn> columns) {
        return new Patterns(columns, patterns.rows(), patterns.weight(), patterns.observed(), patterns.squares());
    }

    /** Takes the variables out that the refusal names; false when it names none that is left. */
    private static boolean leaveOut(ModelRefusal refusal, List<CaseMixColumn> columns, List<String> remarks) {
        boolean any = false;
        for (var finding : refusal.findings()) {
            if (columns.removeIf(column -> column.name().equals(finding.variable()))) {
                remarks.add(finding.code() + ":" + finding.variable());
                any = true;
            }
        }
        if (!any) {
            remarks.addAll(refusal.findings().stream()
                    .map(ModelRefusal.Finding::code)
                    .distinct()
                    .toList());
        }
        return any;
    }

    private static Standard overall(Kind kind, Patterns patterns, double rate, List<String> remarks) {
        var rates = new double[patterns.rows().length];
        Arrays.fill(rates, rate);
        return new Standard(kind, null, rates, rate, remarks);
    }
}
