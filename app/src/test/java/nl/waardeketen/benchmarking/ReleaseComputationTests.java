// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.ReleaseComputation.Computed;
import nl.waardeketen.statistics.CaseMixFit;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.Coefficient;
import nl.waardeketen.statistics.Comparison;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.Patterns;
import nl.waardeketen.statistics.Spread;
import nl.waardeketen.statistics.UnitColumns;
import nl.waardeketen.statistics.UnitTotals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A release counts in the engine what the statistics give on single rows, in whatever order rows come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseComputationTests {
    private static final String REFERENCE = "2024..2025";

    private final ManyEpisodes episodes = new ManyEpisodes(77);
    private final Computed computed;
    private final String csv;

    ReleaseComputationTests() throws IOException {
        try (var lake = SmallLake.small()) {
            lake.deliver(episodes.lines);
            computed = lake.release(REFERENCE);
            csv = lake.csv(REFERENCE);
        }
    }

    private List<Result> results(String indicator, String period) {
        return computed.results().stream()
                .filter(result -> result.indicator().equals(indicator)
                        && result.period().equals(Period.parse(period).orElseThrow()))
                .toList();
    }

    private double sum(String indicator, String period, ToDoubleFunction<UnitTotals> value) {
        return results(indicator, period).stream()
                .mapToDouble(result -> value.applyAsDouble(result.compared().totals()))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELIRIUM", "FALLS", "DIED", "WELL"})
    void expectsAsMuchAsIsObservedOverTheReferencePeriod(String indicator) {
        double observed = sum(indicator, REFERENCE, UnitTotals::observed);

        assertThat(observed).isGreaterThan(100);
        assertThat(sum(indicator, REFERENCE, UnitTotals::expected)).isCloseTo(observed, within(1e-9 * observed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELIRIUM", "FALLS", "DAYS"})
    void addsQuartersUpToYearsAndYearsToTheReference(String indicator) {
        for (ToDoubleFunction<UnitTotals> value : List.<ToDoubleFunction<UnitTotals>>of(
                UnitTotals::n, UnitTotals::observed, UnitTotals::expected, UnitTotals::variance)) {
            double year = sum(indicator, "2024", value);
            double quarters = 0;
            for (int quarter = 1; quarter <= 4; quarter++) {
                quarters += sum(indicator, "2024Q" + quarter, value);
            }

            assertThat(quarters).isCloseTo(year, within(1e-12 * year));
            double reference = sum(indicator, REFERENCE, value);
            assertThat(year + sum(indicator, "2025", value)).isCloseTo(reference, within(1e-12 * reference));
        }
    }

    @Test
    void givesTheSameDigitsWhateverTheOrderOfRowsAndFiles() throws IOException {
        var random = new Random(1);
        for (int files : List.of(1, 3, 7)) {
            var shuffled = new ArrayList<>(episodes.lines);
            Collections.shuffle(shuffled, random);
            try (var lake = SmallLake.small()) {
                int size = shuffled.size() / files + 1;
                for (int file = files - 1; file >= 0; file--) {
                    lake.deliver(shuffled.subList(file * size, Math.min(shuffled.size(), (file + 1) * size)));
                }

                assertThat(lake.csv(REFERENCE)).isEqualTo(csv);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DELIRIUM, PROPORTION", "FALLS, COUNT", "DAYS, DURATION"})
    void equalsTheStatisticsOnSingleRows(String indicator, Kind kind) {
        var outcome = switch (kind) {
            case PROPORTION -> episodes.delirium;
            case COUNT -> episodes.falls;
            default -> cut(episodes.days);
        };
        var ones = new double[outcome.length];
        Arrays.fill(ones, 1);
        var squares = Arrays.stream(outcome).map(y -> y * y).toArray();
        var fit = CaseMixModel.fit(kind, new Patterns(episodes.caseMix(), ones, ones, outcome, squares));
        var totals = episodes.hospitals().stream()
                .map(hospital -> totals(hospital, kind, outcome, fit))
                .toList();
        var expected = Comparison.of(kind, totals, ComparisonRules.calibrated(kind, true))
                .units();

        assertModel(indicator, fit.model());
        var actual = results(indicator, REFERENCE);
        assertThat(actual).extracting(Result::organisation).isEqualTo(episodes.hospitals());
        for (int i = 0; i < actual.size(); i++) {
            assertThat(UnitColumns.signal(actual.get(i).compared())).isEqualTo(UnitColumns.signal(expected.get(i)));
            var numbers = UnitColumns.numbers(actual.get(i).compared());
            var others = UnitColumns.numbers(expected.get(i));
            for (int number = 0; number < numbers.length; number++) {
                var name =
                        UnitColumns.NUMBERS.get(number) + " of " + actual.get(i).organisation();
                boolean distance = name.startsWith("z");
                assertClose(numbers[number], others[number], distance ? 1e-10 : 1e-12, name);
            }
        }
    }

    /** Cut at the 99 % quantile of type 7, as R has it. */
    private static double[] cut(double[] values) {
        var ascending = values.clone();
        Arrays.sort(ascending);
        double place = 0.99 * (ascending.length - 1);
        int below = (int) place;
        double cap = ascending[below] + (place - below) * (ascending[below + 1] - ascending[below]);
        return Arrays.stream(values).map(value -> Math.min(value, cap)).toArray();
    }

    private void assertModel(String indicator, CaseMixModel expected) {
        var model = computed.models().stream()
                .filter(each -> each.indicator().equals(indicator))
                .map(IndicatorModel::model)
                .findFirst()
                .orElseThrow();
        assertThat(model.coefficients())
                .extracting(Coefficient::name)
                .isEqualTo(
                        expected.coefficients().stream().map(Coefficient::name).toList());
        assertThat(model.rowsUsed()).isEqualTo(expected.rowsUsed());
        assertClose(model.dispersion(), expected.dispersion(), 1e-11, "dispersion");
    }

    private static void assertClose(double actual, double expected, double relative, String name) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(name).isNaN();
        } else {
            assertThat(actual).as(name).isCloseTo(expected, within(relative * Math.max(1, Math.abs(expected))));
        }
    }

    private UnitTotals totals(String hospital, Kind kind, double[] outcome, CaseMixFit fit) {
        double n = 0;
        double observed = 0;
        double expected = 0;
        double fitted = 0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < outcome.length; i++) {
            if (episodes.hospital[i].equals(hospital)) {
                double rate = fit.rates()[i];
                n++;
                observed += outcome[i];
                expected += rate;
                fitted += rate * rate;
                squares += outcome[i] * outcome[i];
                products += outcome[i] * rate;
            }
        }
        double variance = switch (kind) {
            case PROPORTION -> expected - fitted;
            case COUNT -> expected;
            default -> fit.model().dispersion() * fitted;
        };
        var spread = kind.isAmount() ? new Spread(squares, products, fitted, null) : null;
        return new UnitTotals(hospital, Math.round(n), observed, n, expected, variance, spread);
    }
}
