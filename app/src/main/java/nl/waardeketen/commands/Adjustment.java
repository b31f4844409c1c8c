// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CohortColumns;
import nl.waardeketen.analytics.CohortReading;
import nl.waardeketen.statistics.CaseMixFit;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Comparison;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Hierarchical;
import nl.waardeketen.statistics.ImportedModel;
import nl.waardeketen.statistics.IntervalMethod;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.ModelQuality;
import nl.waardeketen.statistics.Overdispersion;
import nl.waardeketen.statistics.UnitTotals;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code adjust}.
 *
 * @param model {@code null} with expected values from elsewhere, and when all or none have the event or any amount
 * @param hierarchical {@code null} when it was not asked for
 */
record Adjustment(
        CohortColumns columns,
        CohortReading reading,
        ComparisonRules rules,
        @Nullable CaseMixModel model,
        Comparison comparison,
        @Nullable Hierarchical hierarchical) {

    private static final double OVERDISPERSED_COUNT = 1.5;

    Adjustment(
            CohortColumns columns,
            CohortReading reading,
            ComparisonRules rules,
            @Nullable CaseMixModel model,
            Comparison comparison) {
        this(columns, reading, rules, model, comparison, null);
    }

    static Adjustment of(
            CohortColumns columns,
            CohortReading reading,
            ComparisonRules rules,
            IntervalMethod interval,
            ModelForm form) {
        var kind = columns.kind();
        var given = reading.expected();
        if (given != null) {
            var totals = reading.cohort().givenTotals(kind, given, interval);
            return new Adjustment(
                    columns, reading, rules, null, Comparison.of(kind, rounded(totals, kind, rules), rules));
        }
        double rate = reading.cohort().patterns().overallRate();
        if (columns.caseMix().isEmpty() && (rate == 0 || (kind == Kind.PROPORTION && rate == 1))) {
            var totals = reading.cohort().totals(kind, new double[] {rate});
            return new Adjustment(columns, reading, rules, null, Comparison.of(kind, totals, rules));
        }
        CaseMixFit fit = reading.cohort().fit(kind, form);
        var adjusted = reading.cohort().totals(fit, interval);
        var totals = columns.caseMix().isEmpty() ? rounded(adjusted, kind, rules) : adjusted;
        return new Adjustment(columns, reading, rules, fit.model(), Comparison.of(kind, totals, rules));
    }

    /** By a model from elsewhere. */
    static Adjustment by(
            ImportedModel imported,
            CohortColumns columns,
            CohortReading reading,
            ComparisonRules rules,
            IntervalMethod interval) {
        var totals = imported.totals(reading.cohort(), interval);
        var comparison = Comparison.of(columns.kind(), totals, rules);
        return new Adjustment(
                columns,
                reading.noted("Expected values by coefficients from elsewhere; no model was fitted."),
                rules,
                null,
                comparison);
    }

    /** Totals of patients who are all alike: their variance follows the expected value, also when that is rounded. */
    private static List<UnitTotals> rounded(List<UnitTotals> totals, Kind kind, ComparisonRules rules) {
        var decimals = rules.expectedDecimals();
        return decimals == null
                ? totals
                : totals.stream().map(unit -> unit.givenRounded(kind, decimals)).toList();
    }

    /** The same with what may be expected of each unit when chance is allowed for. */
    Adjustment shrunken(@Nullable ImportedModel imported, int nodes) {
        var kind = columns.kind();
        var totals = comparison.units().stream().map(ComparedUnit::totals).toList();
        var given = reading.expected();
        Hierarchical shrunken;
        if (imported != null) {
            shrunken = imported.hierarchical(reading.cohort(), totals, nodes);
        } else if (given != null) {
            shrunken = Hierarchical.given(kind, reading.cohort(), totals, given, nodes);
        } else if (model == null) {
            shrunken = Hierarchical.none(kind, totals);
        } else {
            shrunken = Hierarchical.of(kind, reading.cohort(), totals, nodes);
        }
        return new Adjustment(columns, reading, rules, model, comparison, shrunken);
    }

    /** What a careful reader should know, in words. */
    List<String> remarks() {
        var remarks = new ArrayList<String>(reading.notes());
        long without = reading.rowsWithoutOutcome();
        if (without > 0) {
            remarks.add(Texts.counted(without, "row") + " without an outcome left out.");
        }
        if (reading.rowsWithoutWeight() > 0) {
            remarks.add(Texts.counted(reading.rowsWithoutWeight(), "row") + " without any "
                    + (columns.trials() != null ? "trial" : "exposure") + " left out.");
        }
        if (reading.rowsCapped() > 0) {
            remarks.add(capRemark());
        }
        addModelRemarks(remarks);
        int units = comparison.units().size();
        if (units == 1) {
            remarks.add("There is one unit, so there is nothing to compare it with.");
        } else if (rules.calibrated()) {
            addCalibratedRemarks(remarks);
        } else if (units < Overdispersion.FEWEST_UNITS && comparison.dispersion() == DispersionMethod.NONE) {
            remarks.add("With fewer than ten units, differences beyond chance cannot be estimated; "
                    + (comparison.kind().isAmount() ? "limits by chance alone judge." : "exact limits judge."));
        }
        if (comparison.overallRate() == 0) {
            remarks.add(
                    comparison.kind().isAmount()
                            ? "The outcome is 0 in every row, so nothing is expected and nothing can be compared."
                            : "There are no events, so nothing is expected and nothing can be compared.");
        }
        if (model != null && comparison.kind().isAmount() && model.dispersion() == 0) {
            remarks.add(
                    "Not judged: the outcome is in every row exactly what is expected, so nothing tells how much of a"
                            + " difference is chance.");
        }
        var unexpected = ZeroRemarks.named(comparison.units().stream()
                .map(ComparedUnit::totals)
                .filter(unit -> unit.expected() == 0 && unit.observed() > 0)
                .toList());
        if (!unexpected.isEmpty()) {
            remarks.add("Not compared, as something was observed where nothing is expected: " + unexpected + ".");
        }
        if (comparison.kind().isAmount()) {
            remarks.addAll(new ZeroRemarks(reading, rules, comparison).remarks());
        }
        if (hierarchical != null) {
            remarks.addAll(ShrunkenText.remarks(hierarchical));
        }
        return List.copyOf(remarks);
    }

    private void addCalibratedRemarks(List<String> remarks) {
        int units = comparison.units().size();
        remarks.add("Every unit is judged by the others; limits lie around where the others are, not around 1.");
        if (comparison.dispersion() == DispersionMethod.NONE) {
            remarks.add("Differences between units beyond chance are not allowed for"
                    + (units < Overdispersion.FEWEST_UNITS ? ": with fewer than ten they cannot be estimated." : "."));
        }
        if (units == 2) {
            remarks.add("With two units either is judged by the other: they differ or not, and which of the two is"
                    + " unusual cannot be told.");
        }
    }

    private String capRemark() {
        var rows = Texts.counted(reading.rowsCapped(), "row");
        double observed = comparison.units().stream()
                .mapToDouble(unit -> unit.totals().observed())
                .sum();
        return columns.kind().isAmount()
                ? String.format(
                        Locale.ROOT,
                        "%s above %s (quantile %s) cut to it, %.1f %% of the total; --cap none leaves all as they are.",
                        rows,
                        Texts.amount(reading.cap()),
                        columns.cap(),
                        100 * reading.cut() / (observed + reading.cut()))
                : String.format(Locale.ROOT, "%s above %.4g pulled in to it.", rows, reading.cap());
    }

    private void addModelRemarks(List<String> remarks) {
        if (model == null) {
            return;
        }
        if (comparison.kind() == Kind.COUNT && model.dispersion() > OVERDISPERSED_COUNT) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "The counts vary %.1f times as much as a Poisson model allows (dispersion); use duration (--kind duration).",
                    model.dispersion()));
        }
        if (model.form() == ModelForm.PENALISED) {
            remarks.add("Fitted with Firth's penalty: coefficients are drawn towards zero, most where data are few.");
        }
        if (model.form() == ModelForm.LOG_LINEAR) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "Fitted on the logarithm; amounts are expected with smearing factor %.4f.",
                    model.smearing()));
        }
        if (model.cStatistic() < ModelQuality.BARELY_DISCRIMINATES
                && model.coefficients().size() > 1) {
            remarks.add("The model tells patients apart barely better than chance (c-statistic below 0.6): hardly"
                    + " anything is adjusted for.");
        }
        var aliased = model.coefficients().stream()
                .filter(coefficient -> Double.isNaN(coefficient.estimate()))
                .map(coefficient -> coefficient.name())
                .collect(Collectors.joining(", "));
        if (!aliased.isEmpty()) {
            remarks.add("No coefficient of its own: " + aliased
                    + ", because other columns say the same, or because all or none"
                    + " of these patients have the event.");
        }
    }
}
