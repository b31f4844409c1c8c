// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How often a comparison gives a false signal, and how often a hospital's own interval holds the truth, in regions in
 * which the truth is known.
 *
 * <p>The interval of observed over expected treats the expected number as known, as every user of it does. The truth it
 * should hold is therefore the true mean of the hospital's own patients over their fitted expected number: chance in
 * the expected number moves both alike. {@code holdsOne} counts the stricter question of whether it holds 1, the truth
 * of a perfect model, without differences between hospitals.
 */
final class SimulatedRegions {
    private static final Set<Signal> SIGNALS = EnumSet.of(Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW);
    private static final Set<Signal> WATCHED =
            EnumSet.of(Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW, Signal.WATCH_HIGH, Signal.WATCH_LOW);

    private SimulatedRegions() {}

    /** Ways to judge that are compared. */
    enum Judge {
        EXACT(DispersionMethod.NONE, 0.1),
        /** The default. */
        ADDITIVE(DispersionMethod.ADDITIVE, 0.1),
        ADDITIVE_NOT_WINSORISED(DispersionMethod.ADDITIVE, 0);

        private final DispersionMethod method;
        private final double share;

        Judge(DispersionMethod method, double share) {
            this.method = method;
            this.share = share;
        }

        Comparison compare(Kind kind, List<UnitTotals> totals) {
            return Comparison.of(
                    kind, totals, new ComparisonRules(method, Transform.SQUARE_ROOT, Extremes.winsorise(share), null));
        }
    }

    /** Shares of judged hospitals, and the mean φ and τ² of the regions. */
    static final class Judgements {
        final Share signal = new Share();
        final Share signalHigh = new Share();
        final Share signalLow = new Share();
        final Share watched = new Share();
        final Share phi = new Share();
        final Share tau2 = new Share();

        private void add(Comparison comparison) {
            var judged = comparison.units().stream()
                    .filter(unit -> unit.signal() != Signal.TOO_FEW)
                    .toList();
            add(signal, judged, unit -> SIGNALS.contains(unit.signal()));
            add(signalHigh, judged, unit -> unit.signal() == Signal.SIGNAL_HIGH);
            add(signalLow, judged, unit -> unit.signal() == Signal.SIGNAL_LOW);
            add(watched, judged, unit -> WATCHED.contains(unit.signal()));
            var overdispersion = Units.overdispersion(comparison);
            phi.add(overdispersion.phi(), 1);
            tau2.add(overdispersion.tau2(), 1);
        }

        private static void add(Share share, List<ComparedUnit> judged, Predicate<ComparedUnit> hit) {
            share.add((double) judged.stream().filter(hit).count(), judged.size());
        }

        private void add(Judgements other) {
            signal.add(other.signal);
            signalHigh.add(other.signalHigh);
            signalLow.add(other.signalLow);
            watched.add(other.watched);
            phi.add(other.phi);
            tau2.add(other.tau2);
        }
    }

    /** What was found for one outcome. */
    static final class Findings {
        final SimulatedOutcome outcome;
        final int regions;
        final Map<Judge, Judgements> judgements = new EnumMap<>(Judge.class);
        final Share holdsTruth = new Share();
        final Share holdsTruthWhereJudged = new Share();
        final Share holdsOne = new Share();
        final Share trueTau2 = new Share();

        private Findings(SimulatedOutcome outcome, int regions) {
            this.outcome = outcome;
            this.regions = regions;
            for (var judge : Judge.values()) {
                judgements.put(judge, new Judgements());
            }
        }

        Judgements by(Judge judge) {
            return Objects.requireNonNull(judgements.get(judge));
        }

        @Override
        public String toString() {
            return outcome.name();
        }

        private void add(SimulatedRegion region) {
            var kind = outcome.kind();
            var totals = region.cells().totals(kind);
            for (var judge : Judge.values()) {
                var comparison = judge.compare(kind, totals);
                by(judge).add(comparison);
                if (judge == Judge.EXACT) {
                    addOwnIntervals(comparison.units(), region.trueMean());
                }
            }
        }

        private void addOwnIntervals(List<ComparedUnit> units, double[] trueMean) {
            int held = 0;
            int heldWhereJudged = 0;
            int judged = 0;
            int one = 0;
            double squares = 0;
            for (int i = 0; i < units.size(); i++) {
                var unit = units.get(i);
                double truth = trueMean[i] / unit.totals().expected();
                squares += (Math.sqrt(truth) - 1) * (Math.sqrt(truth) - 1);
                boolean holds = !unit.own().excludes(truth);
                boolean isJudged = unit.signal() != Signal.TOO_FEW;
                held += holds ? 1 : 0;
                heldWhereJudged += holds && isJudged ? 1 : 0;
                judged += isJudged ? 1 : 0;
                one += unit.own().excludes(1) ? 0 : 1;
            }
            holdsTruth.add(held, units.size());
            holdsTruthWhereJudged.add(heldWhereJudged, judged);
            holdsOne.add(one, units.size());
            trueTau2.add(squares / units.size(), 1);
        }

        private void add(Findings other) {
            other.judgements.forEach((judge, judgements) -> by(judge).add(judgements));
            holdsTruth.add(other.holdsTruth);
            holdsTruthWhereJudged.add(other.holdsTruthWhereJudged);
            holdsOne.add(other.holdsOne);
            trueTau2.add(other.trueTau2);
        }
    }

    /** Draws regions, each from a seed of its own, so that the number of processors does not matter. */
    static Findings simulate(SimulatedOutcome outcome, int regions, long seed) {
        double intercept = SimulatedRegion.intercept(outcome);
        var random = new SplittableRandom(seed);
        var seeds = new ArrayList<SplittableRandom>();
        IntStream.range(0, regions).forEach(i -> seeds.add(random.split()));
        return seeds.parallelStream()
                .map(own -> {
                    var findings = new Findings(outcome, regions);
                    findings.add(SimulatedRegion.draw(outcome, intercept, own));
                    return findings;
                })
                .reduce(new Findings(outcome, regions), (all, one) -> {
                    var sum = new Findings(outcome, regions);
                    sum.add(all);
                    sum.add(one);
                    return sum;
                });
    }
}
