// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Cut;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.IndicatorModel.Differences;
import nl.waardeketen.benchmarking.IndicatorModel.PeriodComparison;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.ComparedUnit;
import nl.waardeketen.statistics.Comparison;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.Interval;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.Limits;
import nl.waardeketen.statistics.Patterns;
import nl.waardeketen.statistics.ShrunkenUnit;
import nl.waardeketen.statistics.UnitTotals;
import org.jspecify.annotations.Nullable;

/**
 * A release of made-up counts that the real statistics judge. The first hospital stands out on some indicators.
 *
 * @param quarters whether the data tell quarters, or years only
 */
record MadeUpRelease(
        OutcomeSet set,
        List<String> hospitals,
        boolean quarters,
        Release release,
        List<Result> results,
        List<IndicatorModel> models) {
    private static final Limits NO_LIMITS = new Limits(Interval.NONE, Interval.NONE);
    private static final Period TWO_YEARS = Period.parse("2024Q4..2026Q3").orElseThrow();
    private static final Period FIVE_YEARS = Period.parse("2021Q1..2025Q4").orElseThrow();
    private static final Map<String, Double> RATES = Map.ofEntries(
            Map.entry("delirium", 0.17),
            Map.entry("mortality", 0.065),
            Map.entry("reoperation", 0.05),
            Map.entry("recovery", 0.54),
            Map.entry("wrong-side", 0.004),
            Map.entry("mobility", 0.42),
            Map.entry("quality-of-life", 0.6),
            Map.entry("next-day", 0.86),
            Map.entry("co-management", 0.75),
            Map.entry("bone", 0.995),
            Map.entry("emergency", 2.7),
            Map.entry("stay", 7.0),
            Map.entry("cost", 4.4),
            Map.entry("visits", 2.2));
    private static final Map<String, Double> OWN = Map.of(
            "delirium", 1.55, "reoperation", 1.5, "next-day", 1.09, "stay", 1.2, "wrong-side", 0.0, "mortality", 1.05);

    static MadeUpRelease of(OutcomeSet set, List<String> hospitals, boolean quarters) {
        var reference = quarters ? TWO_YEARS : FIVE_YEARS;
        var periods = Stream.concat(
                        quarters
                                ? Stream.concat(reference.quarters().stream(), Stream.of(reference.lastYear()))
                                : IntStream.rangeClosed(2021, 2025).mapToObj(Period::year),
                        Stream.of(reference))
                .toList();
        var results = new ArrayList<Result>();
        var models = new ArrayList<IndicatorModel>();
        for (var indicator : set.indicators()) {
            var comparisons = new ArrayList<PeriodComparison>();
            for (var period : periods) {
                add(indicator, period, "", hospitals, results, comparisons);
                set.subgroups()
                        .forEach(each -> add(indicator, period, each.code(), hospitals, results, new ArrayList<>()));
            }
            models.add(new IndicatorModel(
                    indicator.code(),
                    hospitals.size() == 1 || indicator.caseMix().isEmpty() ? null : model(kind(indicator)),
                    standard(indicator),
                    Map.of(),
                    cut(indicator),
                    indicator.code().equals("visits") ? List.of("capped") : List.of(),
                    comparisons));
        }
        var release = new Release(
                UUID.nameUUIDFromBytes(set.code().getBytes(StandardCharsets.UTF_8)),
                set.code(),
                set.version(),
                reference,
                periods,
                3110,
                0,
                Instant.parse("2026-11-14T09:41:00Z"),
                "test");
        return new MadeUpRelease(set, hospitals, quarters, release, results, models);
    }

    private static void add(
            Indicator indicator,
            Period period,
            String subgroup,
            List<String> hospitals,
            List<Result> results,
            List<PeriodComparison> comparisons) {
        var totals = hospitals.stream()
                .map(code -> totals(indicator, period, subgroup, hospitals.indexOf(code), code))
                .filter(unit -> subgroup.isEmpty() || unit.n() > 0)
                .toList();
        var judged = Comparison.of(
                kind(indicator),
                totals,
                ComparisonRules.calibrated(kind(indicator), !indicator.caseMix().isEmpty()));
        double scale = scale(indicator);
        comparisons.add(new PeriodComparison(
                period,
                hospitals.size(),
                judged.overallRate() * scale,
                judged.dispersion(),
                judged.overdispersion(),
                differences(indicator, hospitals)));
        for (var unit : judged.units()) {
            results.add(new Result(
                    indicator.code(),
                    period,
                    subgroup,
                    missing(indicator, unit),
                    onReferenceScale(indicator, unit),
                    shrunken(unit)));
        }
    }

    private static Differences differences(Indicator indicator, List<String> hospitals) {
        return hospitals.size() < 3
                ? new Differences(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                : indicator.code().equals("visits")
                        ? new Differences(0, Double.NaN, Double.NaN, 0)
                        : new Differences(0.24, indicator.kind().isShare() ? 1.26 : Double.NaN, 0.017, 0.62);
    }

    private static @Nullable Cut cut(Indicator indicator) {
        return switch (indicator.code()) {
            case "emergency" -> new Cut(460, 7, 1_204);
            case "cost" -> new Cut(61_300, 31, 412_000);
            case "stay" -> new Cut(41, 0, 0);
            default -> null;
        };
    }

    /** Half of the way to the standard. */
    private static ShrunkenUnit shrunken(ComparedUnit unit) {
        double ratio = Math.sqrt(unit.ratio());
        double expected = unit.totals().expected();
        return new ShrunkenUnit(unit.totals().unit(), ratio * expected, expected, ratio, ratio * 0.93, ratio * 1.07);
    }

    private static UnitTotals totals(Indicator indicator, Period period, String subgroup, int place, String code) {
        double years = period.quarters().size() / 4.0;
        boolean none = (indicator.code().equals("co-management") && place == 0)
                || (indicator.code().equals("visits") && place == 1);
        double share = indicator.code().equals("quality-of-life")
                ? 0.02
                : indicator.code().equals("mobility") ? 0.4 : 1;
        double part = subgroup.isEmpty() ? 1 : subgroup.equals("oldest") ? 0.42 : 0.008;
        long n = none ? 0 : Math.round(patients(place) * years * share * part);
        double rate = RATES.getOrDefault(indicator.code(), 0.1);
        double expected = (double) n * rate * (1 + 0.04 * wave(place, indicator.code(), "mix"));
        double factor = place == 0
                ? OWN.getOrDefault(indicator.code(), 1.0)
                        * (1 + 0.05 * wave(place, indicator.code(), period.toString()))
                : 1 + 0.1 * wave(place, indicator.code(), "care") + 0.06 * wave(place, code, period.toString());
        double observed = Math.rint(expected * factor);
        if (kind(indicator) == Kind.PROPORTION) {
            expected = Math.min(expected, 0.999 * (double) n);
            observed = indicator.code().equals("bone") ? (double) n : Math.min((double) n, observed);
        }
        return UnitTotals.given(kind(indicator), code, n, observed, (double) n, expected);
    }

    private static double patients(int place) {
        return place == 3 ? 24 : place == 0 ? 412 : 160 + 73 * (place % 7);
    }

    private static long missing(Indicator indicator, ComparedUnit unit) {
        long n = unit.totals().n();
        return switch (indicator.code()) {
            case "mobility" -> Math.round((double) n * 1.9);
            case "co-management" -> n == 0 ? 96 : n / 30;
            case "quality-of-life" -> n * 9;
            case "delirium" -> n / 50;
            default -> 0;
        };
    }

    /** A number between minus one and one that looks like chance but is always the same. */
    private static double wave(int place, String first, String second) {
        return Math.sin(12.9898 * (place + 1) + 78.233 * (first.hashCode() % 97) + 3.7 * (second.hashCode() % 89));
    }

    static Kind kind(Indicator indicator) {
        return indicator.kind().isShare() ? Kind.PROPORTION : Kind.COUNT;
    }

    private static boolean bySize(Indicator indicator) {
        return indicator.kind() == Measure.DURATION || indicator.kind() == Measure.COST;
    }

    private static double scale(Indicator indicator) {
        return indicator.kind() == Measure.COST ? 3000 : indicator.code().equals("emergency") ? 60 : 1;
    }

    /** What a ratio of 1 is: what holds for all patients of the reference period. */
    static double standard(Indicator indicator) {
        return RATES.getOrDefault(indicator.code(), 0.1) * scale(indicator);
    }

    private static ComparedUnit onReferenceScale(Indicator indicator, ComparedUnit unit) {
        var totals = unit.totals();
        double scale = scale(indicator);
        return new ComparedUnit(
                new UnitTotals(
                        totals.unit(),
                        totals.n(),
                        totals.observed() * scale,
                        totals.exposure(),
                        totals.expected() * scale,
                        totals.variance() * scale * scale),
                unit.ratio(),
                unit.own(),
                unit.ratio() * standard(indicator),
                unit.z(),
                unit.zAdjusted(),
                unit.limits(),
                bySize(indicator) ? NO_LIMITS : unit.exact(),
                unit.signal());
    }

    private static CaseMixModel model(Kind kind) {
        var age = new CaseMixColumn.Numeric("age", CaseMixColumn.Form.LINEAR, new double[] {72, 72, 80, 80, 88, 88});
        var asa = CaseMixColumn.Factor.of("asa", List.of("2", "3"), new int[] {0, 1, 0, 1, 0, 1});
        var weight = new double[] {600, 300, 700, 600, 400, 510};
        var observed = new double[] {50, 40, 90, 120, 80, 160};
        var fit = CaseMixModel.fit(kind, new Patterns(List.of(age, asa), weight, weight, observed, observed));
        return Objects.requireNonNull(fit.model());
    }
}
