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
import nl.waardeketen.statistics.Comparison;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.Overdispersion;
import nl.waardeketen.statistics.UnitTotals;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code adjust}.
 *
 * @param model {@code null} with expected values from elsewhere, and when all or none have the event
 */
record Adjustment(
        CohortColumns columns,
        CohortReading reading,
        ComparisonRules rules,
        @Nullable CaseMixModel model,
        Comparison comparison) {

    private static final double OVERDISPERSED_COUNT = 1.5;

    static Adjustment of(CohortColumns columns, CohortReading reading, ComparisonRules rules) {
        var kind = columns.kind();
        if (columns.expected() != null) {
            return new Adjustment(
                    columns, reading, rules, null, Comparison.of(kind, rounded(reading.given(), kind, rules), rules));
        }
        var patterns = reading.cohort().patterns();
        double rate = patterns.overallRate();
        if (columns.caseMix().isEmpty() && (rate == 0 || (kind == Kind.PROPORTION && rate == 1))) {
            var totals = reading.cohort().totals(kind, new double[] {rate});
            return new Adjustment(columns, reading, rules, null, Comparison.of(kind, totals, rules));
        }
        CaseMixFit fit = CaseMixModel.fit(kind, patterns);
        var adjusted = reading.cohort().totals(kind, fit.rates());
        var totals = columns.caseMix().isEmpty() ? rounded(adjusted, kind, rules) : adjusted;
        return new Adjustment(columns, reading, rules, fit.model(), Comparison.of(kind, totals, rules));
    }

    /** Totals of patients who are all alike: their variance follows the expected value, also when that is rounded. */
    private static List<UnitTotals> rounded(List<UnitTotals> totals, Kind kind, ComparisonRules rules) {
        var decimals = rules.expectedDecimals();
        return decimals == null
                ? totals
                : totals.stream().map(unit -> unit.givenRounded(kind, decimals)).toList();
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
            remarks.add(String.format(
                    Locale.ROOT,
                    "%s above %.4g pulled in to it.",
                    Texts.counted(reading.rowsCapped(), "row"),
                    reading.cap()));
        }
        addModelRemarks(remarks);
        int units = comparison.units().size();
        if (units == 1) {
            remarks.add("There is one unit, so there is nothing to compare it with.");
        } else if (units < Overdispersion.FEWEST_UNITS && comparison.dispersion() == DispersionMethod.NONE) {
            remarks.add(
                    "With fewer than ten units, differences beyond chance cannot be estimated; exact limits judge.");
        }
        if (comparison.overallRate() == 0) {
            remarks.add("There are no events, so nothing is expected and nothing can be compared.");
        }
        return List.copyOf(remarks);
    }

    private void addModelRemarks(List<String> remarks) {
        if (model == null) {
            return;
        }
        if (comparison.kind() == Kind.COUNT && model.dispersion() > OVERDISPERSED_COUNT) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "The counts vary %.1f times as much as a Poisson model allows (dispersion); use duration (--kind duration, to come).",
                    model.dispersion()));
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
