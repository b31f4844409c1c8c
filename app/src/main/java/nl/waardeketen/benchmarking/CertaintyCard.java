// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.Optional;
import nl.waardeketen.benchmarking.IndicatorModel.Differences;
import nl.waardeketen.benchmarking.IndicatorModel.PeriodComparison;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Overdispersion;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How much the organisations differ beyond chance, and which limits judged.
 *
 * @param enough whether there are enough organisations to tell
 * @param limits which judged; {@code null} where one organisation is alone
 * @param others who each organisation is compared with; {@code null} where one is alone
 * @param chance how much of the differences is chance; {@code null} where that cannot be said
 * @param measures of the differences, for who wants to know
 */
record CertaintyCard(
        boolean enough,
        Phrase text,
        @Nullable Phrase limits,
        @Nullable Phrase others,
        @Nullable Phrase chance,
        List<Measure> measures) {
    private static final double SMALLEST = 0.01;

    /** Whether two organisations are compared with each other. */
    boolean pair() {
        return others != null && others.key().equals("certainty.others.pair");
    }

    /** A measure with its value. */
    record Measure(Phrase name, String value) {}

    /** What holds for all patients is not said of a subgroup: differences are estimated for all of them together. */
    static CertaintyCard of(Selection selection, Reading own, List<Reading> readings) {
        var indicator = own.indicator();
        boolean all = selection.subgroup().isEmpty();
        var found =
                all ? selection.comparison(indicator.code(), selection.period()) : Optional.<PeriodComparison>empty();
        long units = found.map(PeriodComparison::units)
                .map(Integer::longValue)
                .orElseGet(() -> readings.stream()
                        .filter(reading -> reading.totals().n() > 0)
                        .count());
        var overdispersion = found.map(PeriodComparison::overdispersion);
        var differences = overdispersion.flatMap(any -> found).map(PeriodComparison::differences);
        return new CertaintyCard(
                overdispersion.isPresent(),
                all ? text(selection, overdispersion.orElse(null), units) : Phrase.of("certainty.subgroup"),
                units < 2 ? null : Phrase.of("certainty.limits." + limits(own, found.orElse(null), all)),
                units < 2 ? null : Phrase.of(units == 2 ? "certainty.others.pair" : "certainty.others"),
                differences.map(each -> chance(selection, each)).orElse(null),
                differences.map(each -> measures(selection, each)).orElse(List.of()));
    }

    private static Phrase text(Selection selection, @Nullable Overdispersion found, long units) {
        var count = String.valueOf(units);
        if (found == null) {
            return Phrase.of(
                    units < 2 ? "certainty.single" : "certainty.few",
                    count,
                    String.valueOf(Overdispersion.FEWEST_UNITS));
        }
        var numbers = selection.numbers();
        return Phrase.of(
                found.tau2() > 0 ? "certainty.more" : "certainty.chance",
                count,
                numbers.decimal(found.phi(), 2),
                numbers.decimal(found.tau2(), 4));
    }

    private static String limits(Reading own, @Nullable PeriodComparison found, boolean all) {
        if (!all) {
            return "subgroup";
        }
        if (found != null && found.dispersion() != DispersionMethod.NONE) {
            return "wider";
        }
        return LimitCurves.bySize(own.indicator()) ? "chance" : "exact";
    }

    private static @Nullable Phrase chance(Selection selection, Differences differences) {
        if (differences.sd() == 0) {
            return Phrase.of("certainty.differences.none");
        }
        double chance = Math.max(SMALLEST, 1 - differences.rankability());
        return Double.isNaN(chance)
                ? null
                : Phrase.of("certainty.differences", selection.numbers().wholePercent(chance));
    }

    /** Those that are numbers. */
    private static List<Measure> measures(Selection selection, Differences differences) {
        var numbers = selection.numbers();
        return List.of(
                        measure("sd", differences.sd(), numbers.decimal(differences.sd(), 3)),
                        measure(
                                "mor",
                                differences.medianOddsRatio(),
                                numbers.decimal(differences.medianOddsRatio(), 2)),
                        measure("icc", differences.icc(), numbers.decimal(differences.icc(), 3)),
                        measure(
                                "rankability",
                                differences.rankability(),
                                numbers.decimal(differences.rankability(), 2)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Measure> measure(String name, double value, String text) {
        return Double.isNaN(value)
                ? Optional.empty()
                : Optional.of(new Measure(Phrase.of("certainty.measure." + name), text));
    }
}
