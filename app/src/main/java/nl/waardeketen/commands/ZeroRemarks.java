// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CohortReading;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Comparison;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.OnlyZeros;
import nl.waardeketen.statistics.Transform;
import nl.waardeketen.statistics.UnitTotals;

/** What a careful reader should know of units whose durations or costs are all zero. */
record ZeroRemarks(CohortReading reading, ComparisonRules rules, Comparison comparison) {
    private static final int MOST_NAMED = 5;

    List<String> remarks() {
        var remarks = new ArrayList<String>();
        var zeros = comparison.units().stream()
                .map(ComparedUnit::totals)
                .filter(unit -> unit.observed() == 0 && unit.expected() > 0)
                .toList();
        boolean unplaced = rules.calibrated() || rules.transform() == Transform.LOG;
        if (unplaced && !zeros.isEmpty()) {
            remarks.add("Not judged, as their outcome is 0 in every row, which has no place on the log scale: "
                    + named(zeros) + (rules.calibrated() ? "." : "; --transform sqrt judges them."));
        }
        var faults = OnlyZeros.unitsOf(reading.cohort());
        var unrecorded =
                zeros.stream().filter(unit -> faults.contains(unit.unit())).toList();
        if (!unrecorded.isEmpty()) {
            remarks.add("Warning: nothing but zeros, where other units hardly have any: " + named(unrecorded)
                    + ". Almost surely nothing was recorded; leave these rows out or empty their outcome."
                    + pull(unrecorded));
        }
        return remarks;
    }

    /** How much the ratios of the others gain; nothing where expected values came with the file. */
    private String pull(List<UnitTotals> unrecorded) {
        double lost = unrecorded.stream().mapToDouble(UnitTotals::expected).sum();
        double all = comparison.units().stream()
                .mapToDouble(unit -> unit.totals().expected())
                .sum();
        return reading.expected() != null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Now they lower what is expected of the others, whose ratios are about %.1f %% too high.",
                        100 * lost / (all - lost));
    }

    /** Units with their number of rows, the first few. */
    static String named(List<UnitTotals> units) {
        var names = units.stream()
                .limit(MOST_NAMED)
                .map(unit -> Texts.plain(unit.unit()) + " (" + Texts.counted(unit.n(), "row") + ")")
                .collect(Collectors.joining(", "));
        int more = units.size() - MOST_NAMED;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
