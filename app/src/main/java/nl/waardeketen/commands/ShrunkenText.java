// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.statistics.Hierarchical;
import nl.waardeketen.statistics.Kind;
import org.jspecify.annotations.Nullable;

/** Prints shrunken estimates for a person, and says how much of the differences between units is chance. */
record ShrunkenText(Adjustment adjustment, Hierarchical hierarchical, int unitWidth) {
    private static final int FEW_UNITS = 10;

    void print(PrintWriter out) {
        out.println("Shrunken: what may be expected of each unit when chance is allowed for.");
        out.println(Texts.padded(Texts.shortened(adjustment.columns().unit(), unitWidth), unitWidth)
                + format("%10s %10s %8s %9s %12s", "predicted", "expected", "ratio", "shrunken", "95 %"));
        for (int i = 0; i < hierarchical.units().size(); i++) {
            var unit = hierarchical.units().get(i);
            var compared = adjustment.comparison().units().get(i);
            out.println(Texts.padded(Texts.shortened(unit.unit(), unitWidth), unitWidth)
                    + format(
                            "%10s %10s %8s %9s %12s",
                            sum(unit.predicted()),
                            sum(unit.expected()),
                            ratio(compared.ratio()),
                            ratio(unit.ratio()),
                            Double.isNaN(unit.low()) ? "–" : ratio(unit.low()) + "–" + ratio(unit.high())));
        }
    }

    /** What the hierarchical model says, in words. */
    static List<String> remarks(Hierarchical hierarchical) {
        if (hierarchical.units().stream().allMatch(unit -> Double.isNaN(unit.ratio()))) {
            return List.of("Nothing can be shrunken, as the outcome does not vary.");
        }
        if (Double.isNaN(hierarchical.sd())) {
            return List.of("The effects of units are from elsewhere as well, without a band.");
        }
        var remarks = new ArrayList<String>();
        remarks.add(
                hierarchical.sd() == 0
                        ? "Between units there is no measurable difference beyond chance, so that all are expected to do the same."
                        : difference(hierarchical));
        int units = hierarchical.units().size();
        if (units < FEW_UNITS) {
            remarks.add("How much units differ is hardly known from " + Texts.counted(units, "unit")
                    + ", so read shrunken estimates with care.");
        }
        return remarks;
    }

    private static String difference(Hierarchical hierarchical) {
        var size = hierarchical.kind() == Kind.PROPORTION
                ? format(
                        "sd %.3f of the log odds, median odds ratio %.2f, intraclass correlation %.1f %%",
                        hierarchical.sd(), hierarchical.medianOddsRatio(), 100 * hierarchical.icc())
                : hierarchical.kind() == Kind.COUNT
                        ? format("sd %.3f of the true ratios", hierarchical.sd())
                        : format(
                                "sd %.3f of the logarithm, intraclass correlation %.1f %%",
                                hierarchical.sd(), 100 * hierarchical.icc());
        return "Units differ beyond chance: " + size
                + format("; %.0f %% of the differences is chance.", 100 * (1 - hierarchical.rankability()));
    }

    private String sum(double value) {
        return adjustment.columns().kind().isAmount() ? Texts.amount(value) : format("%.1f", value);
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "–" : format(ratio < 99.95 ? "%.2f" : "%.0f", ratio);
    }

    private static String format(String pattern, @Nullable Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
