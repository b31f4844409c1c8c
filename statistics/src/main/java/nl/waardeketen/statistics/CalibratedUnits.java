// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Units that are judged by the others instead of by a standard of which they are a part, see
 * {@link ComparisonRules#calibrated}. Ratios stay observed over expected; limits are on that scale, around where the others
 * lie in the place of the target 1.
 */
final class CalibratedUnits {
    private final Kind kind;
    private final List<ComparedUnit> plain;
    private final DispersionMethod method;
    private final List<Integer> placed;
    private final @Nullable AgainstOthers others;

    private CalibratedUnits(Kind kind, List<ComparedUnit> plain, DispersionMethod method) {
        this.kind = kind;
        this.plain = plain;
        this.method = method;
        placed = IntStream.range(0, plain.size())
                .filter(unit -> evidence(unit).isPlaced())
                .boxed()
                .toList();
        others = placed.size() < 2
                ? null
                : new AgainstOthers(placed.stream().map(this::evidence).toList(), method == DispersionMethod.NONE);
    }

    /** From units that were judged by the standard without overdispersion. */
    static CalibratedUnits of(Kind kind, List<ComparedUnit> plain, DispersionMethod method) {
        return new CalibratedUnits(kind, plain, method);
    }

    Comparison comparison(double overallRate) {
        var units = IntStream.range(0, plain.size()).mapToObj(this::judged).toList();
        var found = others == null || placed.size() < Overdispersion.FEWEST_UNITS ? null : others.overdispersion();
        return new Comparison(kind, overallRate, units, method, found);
    }

    private Evidence evidence(int unit) {
        return Evidence.of(kind, plain.get(unit).totals());
    }

    private ComparedUnit judged(int unit) {
        var judged = withOwn(plain.get(unit));
        int place = placed.indexOf(unit);
        return others == null || place < 0 ? judged : byOthers(judged, others.of(place));
    }

    private ComparedUnit withOwn(ComparedUnit unit) {
        return new ComparedUnit(
                unit.totals(),
                unit.ratio(),
                own(unit),
                unit.adjustedRate(),
                unit.z(),
                unit.zAdjusted(),
                unit.limits(),
                unit.exact(),
                unit.signal());
    }

    private Interval own(ComparedUnit unit) {
        if (kind.isAmount()) {
            return OwnInterval.ofFewAmounts(unit.totals());
        }
        return kind == Kind.COUNT
                ? OwnInterval.poissonMidP(unit.totals().observed())
                        .dividedBy(unit.totals().expected())
                : unit.own();
    }

    private ComparedUnit byOthers(ComparedUnit unit, Others against) {
        double z = against.z();
        double most = kind == Kind.PROPORTION
                ? (double) unit.totals().n() / unit.totals().expected()
                : Double.POSITIVE_INFINITY;
        return new ComparedUnit(
                unit.totals(),
                unit.ratio(),
                unit.own(),
                unit.adjustedRate(),
                unit.z(),
                z,
                against.limits(most),
                unit.exact(),
                unit.signal() == Signal.TOO_FEW ? Signal.TOO_FEW : signal(z));
    }

    private static Signal signal(double z) {
        if (Math.abs(z) > Normal.SIGNAL) {
            return z > 0 ? Signal.SIGNAL_HIGH : Signal.SIGNAL_LOW;
        }
        return Math.abs(z) > Normal.WATCH ? z > 0 ? Signal.WATCH_HIGH : Signal.WATCH_LOW : Signal.NONE;
    }
}
