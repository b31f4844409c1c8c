// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.analytics.CohortColumns;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.Overdispersion;
import nl.waardeketen.statistics.Signal;
import nl.waardeketen.statistics.UnitColumns;
import org.jspecify.annotations.Nullable;

/** Prints an adjustment for a person: the answer in a sentence, the units by name, and what it rests on. */
final class AdjustmentText {
    private static final int WIDTH = 100;
    private static final int LONGEST_UNIT = 24;
    private static final int SHORTEST_UNIT = 8;
    private static final int NARROWEST_STRIP = 15;
    private static final int NUMBERS = 54;
    private static final double BY_CHANCE_BEYOND_SIGNAL = 0.002;

    private final Adjustment adjustment;
    private final List<ComparedUnit> units;
    private final int width = width();
    private final int unitWidth;
    private final FunnelStrip strip;

    AdjustmentText(Adjustment adjustment) {
        this.adjustment = adjustment;
        units = adjustment.comparison().units();
        int rest = width - NUMBERS - longest(units.stream().map(unit -> words(unit.signal())));
        int longestUnit = longest(Stream.concat(
                Stream.of(adjustment.columns().unit()),
                units.stream().map(unit -> unit.totals().unit())));
        unitWidth = Math.min(longestUnit, Math.min(LONGEST_UNIT, Math.max(SHORTEST_UNIT, rest - NARROWEST_STRIP)));
        strip = new FunnelStrip(units, Math.max(NARROWEST_STRIP, rest - unitWidth));
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(text -> Texts.cells(Texts.plain(text))).max().orElse(0);
    }

    private static int width() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,3}") ? Integer.parseInt(columns) : WIDTH;
    }

    void print(PrintWriter out) {
        out.println(Texts.wrapped(Texts.plain(subject()), width));
        out.println(Texts.wrapped(answer(), width));
        out.println();
        printTable(out);
        out.println();
        if (adjustment.hierarchical() != null) {
            new ShrunkenText(adjustment, adjustment.hierarchical(), unitWidth).print(out);
            out.println();
        }
        basis().forEach(line -> out.println(Texts.wrapped(line, width)));
        adjustment.remarks().forEach(remark -> out.println(Texts.wrapped("Note: " + remark, width)));
    }

    private String subject() {
        var columns = adjustment.columns();
        long patients = units.stream().mapToLong(unit -> unit.totals().n()).sum();
        boolean mean = columns.kind().isAmount() && columns.exposure() == null;
        var basis = columns.expected() != null
                ? "expected values from " + columns.expected()
                : columns.caseMix().isEmpty()
                        ? "no case mix: everyone is expected to have the " + (mean ? "mean of all" : "overall rate")
                        : "adjusted for "
                                + columns.caseMix().stream()
                                        .map(CohortColumns.CaseMix::column)
                                        .collect(Collectors.joining(", "));
        return format(
                "%s per %s: %s, %s, %s %s; %s.",
                columns.outcome(),
                columns.unit(),
                Texts.counted(units.size(), "unit"),
                Texts.counted(patients, columns.trials() != null ? "patient" : "row"),
                mean ? "mean" : "overall",
                rate(adjustment.comparison().overallRate()),
                basis);
    }

    private String answer() {
        long judged = units.size() - count(Signal.TOO_FEW, Signal.TOO_FEW);
        return format(
                "%d of %d judged units stand out at 99.8 %% (by chance about %.1f would); %d more to watch at 95 %%;"
                        + " %d too few to judge.",
                count(Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW),
                judged,
                judged * BY_CHANCE_BEYOND_SIGNAL,
                count(Signal.WATCH_HIGH, Signal.WATCH_LOW),
                units.size() - judged);
    }

    private long count(Signal one, Signal other) {
        return units.stream()
                .filter(unit -> unit.signal() == one || unit.signal() == other)
                .count();
    }

    private void printTable(PrintWriter out) {
        out.println(Texts.padded(Texts.shortened(adjustment.columns().unit(), unitWidth), unitWidth)
                + format(
                        "%6s %8s %8s %5s %10s %8s  %s",
                        "n", "observed", "expected", "ratio", "95 %", "adjusted", strip.scale()));
        for (var unit : units) {
            out.println((Texts.padded(Texts.shortened(unit.totals().unit(), unitWidth), unitWidth)
                            + format(
                                    "%6d %8s %8s %5s %10s %8s  %s  %s",
                                    unit.totals().n(),
                                    isAmount()
                                            ? Texts.amount(unit.totals().observed())
                                            : UnitColumns.number(unit.totals().observed()),
                                    isAmount()
                                            ? Texts.amount(unit.totals().expected())
                                            : format("%.1f", unit.totals().expected()),
                                    ratio(unit.ratio()),
                                    Double.isNaN(unit.own().low())
                                            ? "–"
                                            : ratio(unit.own().low()) + "–"
                                                    + ratio(unit.own().high()),
                                    rate(unit.adjustedRate()),
                                    strip.of(unit),
                                    words(unit.signal())))
                    .stripTrailing());
        }
    }

    private List<String> basis() {
        var comparison = adjustment.comparison();
        var overdispersion = comparison.overdispersion();
        var limits = comparison.dispersion() != DispersionMethod.NONE
                ? "Limits: " + comparison.dispersion().name().toLowerCase(Locale.ROOT) + " overdispersion on the "
                        + scale() + " scale."
                : comparison.kind().isAmount()
                        ? "Limits: by chance alone, on the " + scale() + " scale."
                        : "Limits: exact, by chance alone.";
        return List.of(
                "| target, [ ] 99.8 % limits, o ratio on its own 95 % interval. Units by name; there is no ranking.",
                limits + words(overdispersion), words(adjustment.model()));
    }

    private String scale() {
        return adjustment.rules().transform().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(@Nullable Overdispersion overdispersion) {
        return overdispersion == null
                ? ""
                : format(
                        " Between units beyond chance: phi %.3f, tau2 %.6f from %d units.",
                        overdispersion.phi(), overdispersion.tau2(), overdispersion.units());
    }

    private static String words(@Nullable CaseMixModel model) {
        if (model == null) {
            return "Model: none.";
        }
        var found = model.quality();
        var quality = model.kind() == Kind.PROPORTION && found != null
                ? format(
                        "c-statistic %.3f, Brier score %.4f (scaled %.1f%%)",
                        model.cStatistic(), found.brier(), 100 * found.scaledBrier())
                : format("dispersion %.2f", model.dispersion());
        return format(
                "Model: %s, %s, %s, %s.",
                family(model),
                Texts.counted(model.coefficients().size(), "coefficient"),
                quality,
                Texts.counted(model.rowsUsed(), "row"));
    }

    private static String family(CaseMixModel model) {
        return switch (model.kind()) {
            case PROPORTION -> model.form() == ModelForm.PENALISED ? "penalised logistic" : "logistic";
            case COUNT -> "Poisson";
            case DURATION, COST -> model.form() == ModelForm.LOG_LINEAR ? "log-linear" : "gamma with log link";
        };
    }

    private static String words(Signal signal) {
        return switch (signal) {
            case SIGNAL_HIGH -> "stands out, higher";
            case SIGNAL_LOW -> "stands out, lower";
            case WATCH_HIGH -> "watch, higher";
            case WATCH_LOW -> "watch, lower";
            case NONE -> "";
            case TOO_FEW -> "too few";
        };
    }

    private String rate(double rate) {
        if (Double.isNaN(rate)) {
            return "–";
        }
        if (isAmount()) {
            return Texts.amount(rate);
        }
        return adjustment.comparison().kind() == Kind.PROPORTION ? format("%.1f%%", 100 * rate) : format("%.3g", rate);
    }

    private boolean isAmount() {
        return adjustment.comparison().kind().isAmount();
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "–" : format(ratio < 9.995 ? "%.2f" : ratio < 99.95 ? "%.1f" : "%.0f", ratio);
    }

    private static String format(String pattern, @Nullable Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
