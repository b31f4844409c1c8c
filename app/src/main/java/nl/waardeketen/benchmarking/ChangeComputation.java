// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Cap;
import nl.waardeketen.analytics.EngineOpening;
import nl.waardeketen.analytics.FactIndicator;
import nl.waardeketen.analytics.FactPlan;
import nl.waardeketen.analytics.Facts;
import nl.waardeketen.analytics.IndicatorPatterns;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.QuarterSums;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.IndicatorFacts;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.statistics.CodePoints;
import nl.waardeketen.statistics.Patterns;

/**
 * Splits the differences between a release and the one before. One thing is changed at a time, in this order: what was
 * delivered, the period, the definition, the model; every part is the difference that its step makes.
 *
 * <p>The earlier model is fitted again on what was delivered then, with the patterns of what is delivered now added without
 * their patients, so that it has an expectation for them too.
 */
final class ChangeComputation {
    private final Edition before;
    private final Edition after;
    private final EngineOpening opening;
    private final Path scratch;
    private final ReleaseWatch watch;

    /**
     * One of the two releases.
     *
     * @param results of all patients in the period that pages open with
     */
    record Edition(OutcomeSet set, Period reference, Period current, List<Path> files, List<Result> results) {
        private Map<String, Result> of(String indicator) {
            return results.stream()
                    .filter(result -> result.indicator().equals(indicator)
                            && result.compared().totals().n() > 0
                            && Double.isFinite(result.compared().adjustedRate()))
                    .collect(Collectors.toMap(Result::organisation, result -> result));
        }

        private Map<String, Value> values(String indicator) {
            var values = new HashMap<String, Value>();
            of(indicator)
                    .forEach((organisation, result) -> values.put(
                            organisation,
                            new Value(
                                    result.compared().totals().n(),
                                    result.compared().adjustedRate())));
            return values;
        }
    }

    /** An indicator of both releases, as each defines it. */
    private record Both(Indicator indicator, FactIndicator then, FactIndicator now) {
        boolean isSameKind() {
            return then.measure().kind() == now.measure().kind();
        }

        /** The new definition, adjusted for what the earlier one adjusted for; the earlier one where it measures otherwise. */
        FactIndicator mixed() {
            return isSameKind()
                    ? new FactIndicator(now.population(), now.measure(), now.periodDate(), then.caseMix(), then.cap())
                    : then;
        }

        boolean isDefinedAsThen() {
            return mixed().equals(then);
        }
    }

    /** Indicators as they were: the patterns their standards were fitted on, and where their numbers were cut. */
    private record Earlier(Facts facts, List<Optional<Cap>> caps) {
        Patterns patterns(int indicator) {
            return facts.patterns(indicator).patterns();
        }

        FactIndicator cut(int indicator, FactIndicator definition) {
            return definition.withCap(caps.get(indicator).orElse(null));
        }
    }

    /** The earlier standard, with its fitted values of the patterns of what is delivered now. */
    private record Carried(double rate, double[] rates) {}

    private ChangeComputation(Edition before, Edition after, EngineOpening opening, Path scratch, ReleaseWatch watch) {
        this.before = before;
        this.after = after;
        this.opening = opening;
        this.scratch = scratch;
        this.watch = watch;
    }

    /** Changes of every organisation that has a value in both releases, by indicator and organisation. */
    static List<Change> compute(
            Edition before, Edition after, EngineOpening opening, Path scratch, ReleaseWatch watch) {
        return new ChangeComputation(before, after, opening, scratch, watch).compute();
    }

    private List<Change> compute() {
        var both = both();
        if (both.isEmpty()) {
            return List.of();
        }
        var earlier = earlier(both);
        var redefined = IntStream.range(0, both.size())
                .filter(i -> !both.get(i).isDefinedAsThen())
                .boxed()
                .toList();
        var plan = new FactPlan(defined(both, redefined, earlier), List.of(), covering());
        try (var facts = Facts.of(opening.open(after.files(), scratch), after.files(), plan)) {
            var then = watch.eachOf(
                    ReleaseWatch.Step.CHANGES,
                    both.size(),
                    i -> carried(both.get(i).indicator(), earlier.patterns(i), facts.patterns(i)));
            var now = watch.eachOf(ReleaseWatch.Step.CHANGES, redefined.size(), i -> {
                int indicator = redefined.get(i);
                var patterns = facts.patterns(both.size() + i);
                return carried(both.get(indicator).indicator(), earlier.patterns(indicator), patterns);
            });
            var sums = facts.sums(Stream.concat(then.stream(), now.stream())
                    .map(Carried::rates)
                    .toList());
            return IntStream.range(0, both.size())
                    .boxed()
                    .flatMap(i -> {
                        int place = redefined.contains(i) ? both.size() + redefined.indexOf(i) : i;
                        return changes(both.get(i), then.get(i).rate(), sums.get(i), sums.get(place)).stream();
                    })
                    .toList();
        }
    }

    /** Every indicator as it was defined, then those that are defined otherwise now, all cut where they were cut. */
    private static List<FactIndicator> defined(List<Both> both, List<Integer> redefined, Earlier earlier) {
        var defined = new ArrayList<FactIndicator>();
        for (int i = 0; i < both.size(); i++) {
            defined.add(earlier.cut(i, both.get(i).then()));
        }
        for (int i : redefined) {
            defined.add(earlier.cut(i, both.get(i).mixed()));
        }
        return defined;
    }

    /** Indicators of both, of which everything that the earlier definition needs is still recorded. */
    private List<Both> both() {
        var then = IndicatorFacts.plan(before.set(), before.reference()).indicators();
        var now = IndicatorFacts.plan(after.set(), after.reference()).indicators();
        var both = new ArrayList<Both>();
        for (int i = 0; i < then.size(); i++) {
            var code = before.set().indicators().get(i).code();
            int place = places(after.set()).getOrDefault(code, -1);
            if (place >= 0 && hasAllVariables()) {
                both.add(new Both(before.set().indicators().get(i), then.get(i), now.get(place)));
            }
        }
        return both;
    }

    /** Whether all that the earlier definitions may need is still recorded, in the same form. */
    private boolean hasAllVariables() {
        return before.set().variables().stream()
                .allMatch(variable -> after.set()
                        .variable(variable.code())
                        .filter(now -> now.type() == variable.type())
                        .isPresent());
    }

    private static Map<String, Integer> places(OutcomeSet set) {
        var places = new HashMap<String, Integer>();
        set.indicators().forEach(indicator -> places.put(indicator.code(), places.size()));
        return places;
    }

    private Earlier earlier(List<Both> both) {
        var plan = new FactPlan(both.stream().map(Both::then).toList(), List.of(), before.reference());
        try (var facts = Facts.of(opening.open(before.files(), scratch), before.files(), plan)) {
            var cuts = facts.cuts();
            var caps = IntStream.range(0, both.size())
                    .mapToObj(i -> Optional.ofNullable(cuts.get(i))
                            .filter(cut -> !Double.isNaN(cut.at()))
                            .map(cut -> Cap.at(cut.at())))
                    .toList();
            return new Earlier(facts, caps);
        }
    }

    private Period covering() {
        var from = before.reference().from().isBefore(after.reference().from())
                ? before.reference().from()
                : after.reference().from();
        var until = before.reference().until().isAfter(after.reference().until())
                ? before.reference().until()
                : after.reference().until();
        return new Period(from, until);
    }

    private static Carried carried(Indicator indicator, Patterns then, IndicatorPatterns now) {
        var standard = Standard.of(indicator, then.withoutPatientsOf(now.patterns()));
        var rates = standard.rates();
        int from = then.rows().length;
        return new Carried(standard.rate(), now.spread(Arrays.copyOfRange(rates, from, rates.length)));
    }

    private List<Change> changes(Both both, double rate, List<QuarterSums> then, List<QuarterSums> now) {
        var code = both.indicator().code();
        var published = before.of(code);
        var corrected = values(then, before.current(), rate);
        var moved = values(then, after.current(), rate);
        var defined = both.isSameKind() ? values(now, after.current(), rate) : after.values(code);
        return after.of(code).values().stream()
                .sorted(Comparator.comparing(Result::organisation, CodePoints.ORDER))
                .flatMap(end -> {
                    var begin = published.get(end.organisation());
                    return begin == null
                            ? Stream.empty()
                            : change(
                                    begin,
                                    corrected.getOrDefault(end.organisation(), Value.NONE),
                                    moved.getOrDefault(end.organisation(), Value.NONE),
                                    defined.getOrDefault(end.organisation(), Value.NONE),
                                    end)
                                    .stream();
                })
                .toList();
    }

    /** Empty where a step leaves nobody. */
    private static Optional<Change> change(Result begin, Value corrected, Value moved, Value defined, Result end) {
        if (!Double.isFinite(corrected.adjusted() + moved.adjusted() + defined.adjusted())) {
            return Optional.empty();
        }
        double from = begin.compared().adjustedRate();
        double to = end.compared().adjustedRate();
        return Optional.of(new Change(
                end.indicator(),
                end.organisation(),
                begin.period(),
                end.period(),
                from,
                corrected.adjusted() - from,
                moved.adjusted() - corrected.adjusted(),
                defined.adjusted() - moved.adjusted(),
                to - defined.adjusted(),
                to,
                begin.compared().totals().n(),
                corrected.n(),
                end.compared().totals().n()));
    }

    private record Value(long n, double adjusted) {
        static final Value NONE = new Value(0, Double.NaN);
    }

    private static Map<String, Value> values(List<QuarterSums> sums, Period period, double rate) {
        var values = new HashMap<String, Value>();
        ReleaseComputation.inPeriod(sums, period)
                .forEach(sum -> values.put(
                        sum.unit(),
                        new Value(sum.n(), sum.expected() > 0 ? sum.observed() / sum.expected() * rate : Double.NaN)));
        return values;
    }
}
