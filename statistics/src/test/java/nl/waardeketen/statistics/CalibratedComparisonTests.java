// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibratedComparisonTests {
    private static final Set<Signal> SIGNALS = Set.of(Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW);

    @ParameterizedTest
    @CsvSource({"six, 1e-12", "twelve, 2e-3"})
    void liesFromTheOthersAsFarAsRFinds(String set, double tolerance) {
        var rows = ReferenceTable.of("calibrated-units.csv").where("set", set).rows();
        var units = rows.stream()
                .map(row -> Units.count(row.text("unit"), row.number("observed"), row.number("expected")))
                .toList();

        var compared = calibrated(Kind.COUNT, units).units();

        for (int i = 0; i < rows.size(); i++) {
            assertThat(compared.get(i).zAdjusted())
                    .as(rows.get(i).text("unit"))
                    .isCloseTo(rows.get(i).number("z"), within(tolerance));
        }
    }

    @ParameterizedTest
    @CsvSource({"PROPORTION, six, 1e-9", "PROPORTION, twelve, 5e-3", "COST, six, 1e-9", "COST, twelve, 5e-3"})
    void liesFromTheOthersAsFarAsRFindsOfEveryKind(Kind kind, String set, double tolerance) {
        var rows = ReferenceTable.of("calibrated-kinds.csv")
                .where(row -> row.text("kind").equalsIgnoreCase(kind.name()))
                .where("set", set)
                .rows();
        var units = rows.stream()
                .map(row -> new UnitTotals(
                        row.text("unit"),
                        500,
                        row.number("observed"),
                        500,
                        row.number("expected"),
                        row.number("variance")))
                .toList();

        var compared = calibrated(kind, units).units();

        for (int i = 0; i < rows.size(); i++) {
            assertThat(compared.get(i).zAdjusted())
                    .as(rows.get(i).text("unit"))
                    .isCloseTo(rows.get(i).number("z"), within(tolerance));
        }
    }

    @Test
    void judgesTheSameByLimitsAndByDistance() {
        for (var unit : calibrated(Kind.COUNT, Units.spread(12)).units()) {
            var onLimit = new ArrayList<>(Units.spread(12));
            onLimit.removeIf(other -> other.unit().equals(unit.totals().unit()));
            double ratio = unit.limits().signal().high();
            onLimit.add(Units.count(
                    unit.totals().unit(),
                    ratio * unit.totals().expected(),
                    unit.totals().expected()));

            double z = Units.named(unit.totals().unit(), calibrated(Kind.COUNT, onLimit))
                    .zAdjusted();

            assertThat(z).isCloseTo(Normal.SIGNAL, within(1e-9));
            assertThat(unit.limits().signal().low())
                    .isLessThan(unit.limits().watch().low());
            assertThat(unit.limits().watch().high()).isLessThan(ratio);
        }
    }

    @Test
    void findsTheOutlierAndNotTheInnocent() {
        var units = Units.asExpected(5);
        units.add(Units.count("OUT", 180, 90));

        var compared = calibrated(Kind.COUNT, units);

        assertThat(Units.named("OUT", compared).signal()).isEqualTo(Signal.SIGNAL_HIGH);
        assertThat(compared.units())
                .filteredOn(unit -> SIGNALS.contains(unit.signal()))
                .hasSize(1);
        assertThat(Units.named("H01", compared).zAdjusted()).isCloseTo(0, within(0.05));
    }

    @Test
    void findsTwoOutliersThatHideEachOther() {
        var units = Units.asExpected(10);
        units.add(Units.count("OUT1", 120, 50));
        units.add(Units.count("OUT2", 125, 50));

        var compared = calibrated(Kind.COUNT, units);

        assertThat(compared.units())
                .filteredOn(unit -> SIGNALS.contains(unit.signal()))
                .extracting(unit -> unit.totals().unit())
                .containsExactly("OUT1", "OUT2");
        assertThat(Units.overdispersion(compared).units()).isEqualTo(10);
    }

    @Test
    void setsTwoUnitsAgainstEachOther() {
        var compared = calibrated(Kind.COUNT, List.of(Units.count("A", 90, 60), Units.count("B", 40, 70)));

        assertThat(compared.units())
                .extracting(ComparedUnit::signal)
                .containsExactly(Signal.SIGNAL_HIGH, Signal.SIGNAL_LOW);
        assertThat(compared.units().get(0).zAdjusted())
                .isCloseTo(-compared.units().get(1).zAdjusted(), within(1e-12));
    }

    @Test
    void movesOnlyTheLimitsWhenAllExpectTwiceAsMuch() {
        var once = calibrated(Kind.COUNT, Units.spread(12)).units();
        var twice = calibrated(
                        Kind.COUNT,
                        Units.spread(12).stream()
                                .map(unit -> Units.count(unit.unit(), unit.observed(), 20 * 1.0001))
                                .toList())
                .units();

        for (int i = 0; i < once.size(); i++) {
            assertThat(twice.get(i).zAdjusted()).isCloseTo(once.get(i).zAdjusted(), within(1e-3));
        }
    }

    @Test
    void leavesWhatCannotBeJudgedAsItIs() {
        var one = calibrated(Kind.COUNT, List.of(Units.count("A", 60, 60)));
        var nothing = calibrated(Kind.COUNT, List.of(Units.count("A", 0, 0), Units.count("B", 0, 0)));
        var few = calibrated(Kind.COUNT, List.of(Units.count("A", 6, 4), Units.count("B", 58, 60)));

        assertThat(one.units()).extracting(ComparedUnit::signal).containsExactly(Signal.NONE);
        assertThat(nothing.units()).extracting(ComparedUnit::signal).containsOnly(Signal.TOO_FEW);
        assertThat(few.units()).extracting(ComparedUnit::signal).containsExactly(Signal.TOO_FEW, Signal.NONE);
    }

    @Test
    void judgesAUnitWithoutEventsAndOneWithNothingElse() {
        var units = new ArrayList<>(List.of(Units.proportion("ALL", 30, 30, 15), Units.proportion("NONE", 30, 0, 15)));
        for (int i = 0; i < 4; i++) {
            units.add(Units.proportion("HALF" + i, 100, 50, 50));
        }

        var compared = calibrated(Kind.PROPORTION, units);

        assertThat(Units.named("ALL", compared).signal()).isEqualTo(Signal.SIGNAL_HIGH);
        assertThat(Units.named("NONE", compared).signal()).isEqualTo(Signal.SIGNAL_LOW);
        assertThat(Units.named("HALF2", compared).signal()).isEqualTo(Signal.NONE);
        assertThat(compared.units()).allSatisfy(unit -> {
            assertThat(unit.zAdjusted()).isFinite();
            assertThat(unit.limits().signal().high()).isFinite();
        });
    }

    @Test
    void doesNotDependOnTheUnitOfMoney() {
        var euros = amounts(1);
        var cents = amounts(100);

        for (int i = 0; i < euros.size(); i++) {
            assertThat(cents.get(i).zAdjusted()).isCloseTo(euros.get(i).zAdjusted(), within(1e-9));
            assertThat(cents.get(i).own().high()).isCloseTo(euros.get(i).own().high(), within(1e-12));
            assertThat(cents.get(i).limits().signal().low())
                    .isCloseTo(euros.get(i).limits().signal().low(), within(1e-9));
        }
    }

    private static List<ComparedUnit> amounts(double factor) {
        var units = new ArrayList<UnitTotals>();
        for (int i = 0; i < 12; i++) {
            double observed = factor * (950 + 20 * i);
            double expected = 1000 * factor;
            var spread = new Spread(observed * observed / 15, observed * expected / 20, expected * expected / 20, null);
            units.add(new UnitTotals(
                    "H%02d".formatted(i), 20, observed, 20, expected, 0.5 * expected * expected / 20, spread));
        }
        return calibrated(Kind.COST, units).units();
    }

    @Test
    void refusesToMultiply() {
        var rules = ComparisonRules.calibrated(Kind.COUNT, true);

        assertThatThrownBy(() -> rules.calibrated(DispersionMethod.MULTIPLICATIVE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Tag("simulation")
    @ParameterizedTest
    @CsvSource({"10, 0, 0.003", "20, 0.2, 0.01", "20, 0, 0.003"})
    void signalsFalselyAboutAsOftenAsPromised(int units, double spread, double most) {
        var region = CalibrationRegion.of("30 %", Kind.PROPORTION, 0.3, units, spread);

        var trial = CalibrationTrial.of(region, 2_000 / units, 20260505, true);

        assertThat(trial.falseSignals.value()).isLessThan(most);
    }

    @Tag("simulation")
    @Test
    void holdsTheTruthOfNineteenInTwenty() {
        for (int size : List.of(10, 40)) {
            var lognormal = CalibrationRegion.of("lognormal", Kind.COST, 1, 1, 0);

            assertThat(IntervalCoverage.ofCounts("mid-p", size, OwnInterval::poissonMidP)
                            .share())
                    .isBetween(0.945, 0.956);
            assertThat(IntervalCoverage.ofAmounts(lognormal, "", size, 4_000, OwnInterval::ofFewAmounts)
                            .share())
                    .isBetween(0.92, 0.97);
        }
    }

    private static Comparison calibrated(Kind kind, List<UnitTotals> units) {
        return Comparison.of(kind, units, ComparisonRules.calibrated(kind, true));
    }
}
