// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units compared by indirect standardisation: observed against expected, with funnel limits that allow for
 * overdispersion (Spiegelhalter 2005, Statistics in Medicine 24:1185). Units keep the order of their code: there is no
 * ranking.
 *
 * <p>A signal needs 99.8 %, watching 95 %. Units with fewer than five expected events (or, of a proportion, expected
 * patients without the event) are shown but not judged; they do count in the model, φ and τ². Of a duration or a cost
 * fewer than ten patients are too few, and so is what has no place on the scale: amounts that are all zero on the log
 * scale, or do not vary at all. Amounts have no exact limits; without overdispersion the limits of the scale judge.
 *
 * @param overallRate all observed events over all patients or exposure
 * @param units by code
 * @param dispersion the method that was applied
 * @param overdispersion what there is of it; {@code null} when there are too few units to tell
 */
public record Comparison(
        Kind kind,
        double overallRate,
        List<ComparedUnit> units,
        DispersionMethod dispersion,
        @Nullable Overdispersion overdispersion) {

    private static final double FEWEST_EXPECTED = 5;
    private static final long FEWEST_AMOUNTS = 10;

    public Comparison {
        units = List.copyOf(units);
    }

    public static Comparison of(Kind kind, List<UnitTotals> totals, ComparisonRules rules) {
        if (kind.isAmount() && rules.transform() == Transform.ARCSINE) {
            throw new IllegalArgumentException("the arcsine scale is for proportions, not for a " + kind);
        }
        var rounded = totals.stream()
                .sorted(UnitTotals.BY_UNIT)
                .map(unit -> rounded(unit, kind, rules.expectedDecimals()))
                .toList();
        double overallRate = totals.stream().mapToDouble(UnitTotals::observed).sum()
                / totals.stream().mapToDouble(UnitTotals::exposure).sum();
        var method = rules.dispersionFor(rounded.size());
        if (rules.calibrated()) {
            var plain = new Judge(kind, rules.transform(), DispersionMethod.NONE, null, overallRate);
            return CalibratedUnits.of(kind, rounded.stream().map(plain::compare).toList(), method)
                    .comparison(overallRate);
        }
        var overdispersion = method == DispersionMethod.NONE && rounded.size() < Overdispersion.FEWEST_UNITS
                ? null
                : Overdispersion.of(rounded, rules.transform(), rules.extremes());
        var judge = new Judge(kind, rules.transform(), method, overdispersion, overallRate);
        return new Comparison(
                kind, overallRate, rounded.stream().map(judge::compare).toList(), method, overdispersion);
    }

    private static UnitTotals rounded(UnitTotals unit, Kind kind, @Nullable Integer decimals) {
        if (decimals == null) {
            return unit;
        }
        double expected = UnitTotals.rounded(unit.expected(), decimals);
        return unit.withExpected(expected, kind == Kind.COUNT ? expected : unit.variance());
    }

    private record Judge(
            Kind kind,
            Transform transform,
            DispersionMethod method,
            @Nullable Overdispersion overdispersion,
            double overallRate) {

        ComparedUnit compare(UnitTotals unit) {
            double ratio = unit.expected() > 0 ? unit.observed() / unit.expected() : Double.NaN;
            double z = finite(transform.z(unit));
            double widened = widenedError(unit);
            double zAdjusted = finite((transform.value(unit) - transform.target(unit)) / widened);
            var exact = exactLimits(unit);
            boolean placed = (method != DispersionMethod.NONE || kind.isAmount()) && !Double.isNaN(zAdjusted);
            var limits = placed
                    ? new Limits(limits(unit, Normal.WATCH * widened), limits(unit, Normal.SIGNAL * widened))
                    : exact;
            return new ComparedUnit(
                    unit,
                    ratio,
                    ownInterval(unit),
                    ratio * overallRate,
                    z,
                    zAdjusted,
                    limits,
                    exact,
                    signal(unit, ratio, placed ? zAdjusted : Double.NaN, exact));
        }

        private double widenedError(UnitTotals unit) {
            double error = transform.standardError(unit);
            if (overdispersion == null || method == DispersionMethod.NONE) {
                return error;
            }
            return method == DispersionMethod.ADDITIVE
                    ? Math.sqrt(error * error + overdispersion.tau2())
                    : error * Math.sqrt(Math.max(1, overdispersion.phi()));
        }

        private Interval limits(UnitTotals unit, double half) {
            double target = transform.target(unit);
            return new Interval(transform.ratio(target - half, unit), transform.ratio(target + half, unit));
        }

        private Limits exactLimits(UnitTotals unit) {
            if (kind.isAmount()) {
                return Limits.NONE;
            }
            return kind == Kind.COUNT
                    ? ExactLimits.ofCount(unit.expected())
                    : ExactLimits.ofProportion(unit.expected(), unit.variance(), (double) unit.n());
        }

        private Interval ownInterval(UnitTotals unit) {
            if (kind.isAmount()) {
                return OwnInterval.ofAmounts(unit);
            }
            return kind == Kind.COUNT
                    ? OwnInterval.poisson(unit.observed()).dividedBy(unit.expected())
                    : OwnInterval.wilson(unit.observed(), (double) unit.n()).dividedBy(unit.expected() / unit.n());
        }

        private boolean isTooFew(UnitTotals unit, double zAdjusted) {
            if (kind.isAmount()) {
                return unit.n() < FEWEST_AMOUNTS || Double.isNaN(zAdjusted);
            }
            boolean fewWithout = kind == Kind.PROPORTION && unit.n() - unit.expected() < FEWEST_EXPECTED;
            return !(unit.expected() >= FEWEST_EXPECTED) || fewWithout;
        }

        private Signal signal(UnitTotals unit, double ratio, double zAdjusted, Limits exact) {
            if (isTooFew(unit, zAdjusted)) {
                return Signal.TOO_FEW;
            }
            boolean high = Double.isNaN(zAdjusted) ? ratio > 1 : zAdjusted > 0;
            if (Double.isNaN(zAdjusted) ? exact.signal().excludes(ratio) : Math.abs(zAdjusted) > Normal.SIGNAL) {
                return high ? Signal.SIGNAL_HIGH : Signal.SIGNAL_LOW;
            }
            if (Double.isNaN(zAdjusted) ? exact.watch().excludes(ratio) : Math.abs(zAdjusted) > Normal.WATCH) {
                return high ? Signal.WATCH_HIGH : Signal.WATCH_LOW;
            }
            return Signal.NONE;
        }

        private static double finite(double value) {
            return Double.isFinite(value) ? value : Double.NaN;
        }
    }
}
