// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;

class CaseMixModelPropertyTests {
    private static final Tolerance ROUNDING = Tolerance.relative(1e-12);

    @ManyCohorts
    void expectsAsManyEventsAsWereObserved(long seed) {
        for (var kind : List.of(Kind.PROPORTION, Kind.COUNT)) {
            var totals = RandomCohort.of(kind, seed).totals(kind);

            double expected = totals.stream().mapToDouble(UnitTotals::expected).sum();
            ROUNDING.check(
                    expected, totals.stream().mapToDouble(UnitTotals::observed).sum(), "sum for %s", kind);
        }
    }

    @ManyCohorts
    void doesNotDependOnTheOrderOfRows(long seed) {
        for (var kind : Kind.values()) {
            var cells = RandomCohort.of(kind, seed);

            var shuffled = cells.shuffled(new SplittableRandom(seed));

            ROUNDING.check(shuffled.totals(kind), cells.totals(kind));
            var model = cells.fit(kind).model();
            var ofShuffled = shuffled.fit(kind).model();
            Tolerance.relative(1e-10).check(estimates(ofShuffled), estimates(model), "coefficients");
            ROUNDING.check(ofShuffled.dispersion(), model.dispersion(), "dispersion");
            ROUNDING.check(ofShuffled.cStatistic(), model.cStatistic(), "c-statistic");
        }
    }

    @ManyCohorts
    void doesNotDependOnTheOrderOfUnits(long seed) {
        var cells = RandomCohort.of(Kind.PROPORTION, seed);

        var shuffled = cells.withUnitsShuffled(new SplittableRandom(seed));

        ROUNDING.check(shuffled.totals(Kind.PROPORTION), cells.totals(Kind.PROPORTION));
    }

    @ManyCohorts
    void doesNotDependOnHowRowsAreCounted(long seed) {
        for (var kind : Kind.values()) {
            var cells = RandomCohort.of(kind, seed);

            var counted = cells.shuffled(new SplittableRandom(seed)).counted();

            ROUNDING.check(counted.totals(kind), cells.totals(kind));
            ROUNDING.check(
                    counted.fit(kind).model().dispersion(),
                    cells.fit(kind).model().dispersion(),
                    "dispersion");
        }
    }

    @ManyCohorts
    void halvesSquaredErrorsWhenEveryRowOccursTwice(long seed) {
        for (var kind : List.of(Kind.PROPORTION, Kind.COUNT)) {
            var cells = RandomCohort.of(kind, seed).changing(CaseMixModelPropertyTests::straightened);

            var twice = cells.doubled().fit(kind).model();

            var once = cells.fit(kind).model();
            Tolerance.relative(1e-9).check(estimates(twice), estimates(once), "coefficients");
            Tolerance.relative(1e-9).check(halvedSquares(once), squares(twice), "squared errors");
            ROUNDING.check(twice.cStatistic(), once.cStatistic(), "c-statistic");
        }
    }

    @ManyCohorts
    void findsTheSameInRepeatedRowsAsInDoubledCounts(long seed) {
        var cells = RandomCohort.of(Kind.COUNT, seed);

        var repeated = cells.twice();

        ROUNDING.check(repeated.totals(Kind.COUNT), cells.doubled().totals(Kind.COUNT));
        ROUNDING.check(
                repeated.fit(Kind.COUNT).model().dispersion(),
                cells.doubled().fit(Kind.COUNT).model().dispersion(),
                "dispersion");
    }

    @ManyCohorts
    void expectsTheSameWhenANumberIsShiftedOrScaled(long seed) {
        for (var kind : Kind.values()) {
            var cells = RandomCohort.of(kind, seed);

            var shifted = cells.changing(column -> numbers(column, x -> x + 1000));
            var scaled = cells.changing(column -> numbers(column, x -> -x / 365.25));

            Tolerance.relative(1e-9).check(shifted.totals(kind), cells.totals(kind));
            Tolerance.relative(1e-9).check(scaled.totals(kind), cells.totals(kind));
        }
    }

    @ManyCohorts
    void scalesCoefficientsAgainstTheirNumber(long seed) {
        var cells = RandomCohort.of(Kind.PROPORTION, seed);

        var inDays = cells.changing(column -> column.name().equals("age") ? numbers(column, x -> 365.25 * x) : column);

        double perDay =
                inDays.fit(Kind.PROPORTION).model().coefficients().get(1).estimate();
        double perYear =
                cells.fit(Kind.PROPORTION).model().coefficients().get(1).estimate();
        Tolerance.relative(1e-8).check(365.25 * perDay, perYear, "age");
    }

    @ManyCohorts
    void expectsTheSameWhateverTheReferenceLevel(long seed) {
        for (var kind : Kind.values()) {
            var cells = RandomCohort.of(kind, seed);

            var reversed = cells.changing(CaseMixModelPropertyTests::reversed);

            Tolerance.relative(1e-11).check(reversed.totals(kind), cells.totals(kind));
        }
    }

    @ManyCohorts
    void keepsTheVarianceOfAProportionBelowItsExpectedNumber(long seed) {
        var totals = RandomCohort.of(Kind.PROPORTION, seed).totals(Kind.PROPORTION);

        assertThat(totals)
                .allSatisfy(unit -> assertThat(unit.variance())
                        .isPositive()
                        .isLessThanOrEqualTo(unit.expected() * (1 - unit.expected() / unit.n()) * (1 + 1e-12)));
    }

    private static double[] estimates(CaseMixModel model) {
        return model.coefficients().stream().mapToDouble(Coefficient::estimate).toArray();
    }

    private static double[] squares(CaseMixModel model) {
        return model.coefficients().stream()
                .mapToDouble(coefficient -> coefficient.standardError() * coefficient.standardError())
                .toArray();
    }

    private static double[] halvedSquares(CaseMixModel model) {
        return Arrays.stream(squares(model)).map(square -> square / 2).toArray();
    }

    private static CaseMixColumn numbers(CaseMixColumn column, DoubleUnaryOperator change) {
        return column instanceof Numeric numeric
                ? new Numeric(
                        numeric.name(),
                        numeric.form(),
                        Arrays.stream(numeric.values()).map(change).toArray())
                : column;
    }

    /** Without a spline, whose knots are quartiles of single rows. */
    private static CaseMixColumn straightened(CaseMixColumn column) {
        return column instanceof Numeric numeric
                ? new Numeric(numeric.name(), CaseMixColumn.Form.LINEAR, numeric.values())
                : column;
    }

    private static CaseMixColumn reversed(CaseMixColumn column) {
        if (!(column instanceof Factor factor)) {
            return column;
        }
        var levels = new ArrayList<>(factor.levels());
        Collections.reverse(levels);
        int last = levels.size() - 1;
        return new Factor(
                factor.name(),
                List.copyOf(levels),
                Arrays.stream(factor.codes()).map(code -> last - code).toArray());
    }
}
