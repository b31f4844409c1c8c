// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;
import nl.waardeketen.statistics.RareLevels.Joined;
import org.junit.jupiter.api.Test;

class RareLevelsTests {
    private static final List<String> CLASSES = List.of("1", "2", "3", "4", "5", "unknown");

    /** One pattern per level. */
    private static Patterns patterns(double[] rows, double[] observed) {
        var codes = IntStream.range(0, rows.length).toArray();
        return patterns(new Factor("asa", CLASSES.subList(0, rows.length), codes), rows, observed);
    }

    private static Patterns patterns(CaseMixColumn column, double[] rows, double[] observed) {
        return new Patterns(List.of(column), rows, rows, observed, observed);
    }

    private static Factor factor(RareLevels.Result result) {
        return (Factor) result.patterns().columns().get(0);
    }

    @Test
    void leavesFactorsWithoutRareLevelsAsTheyAre() {
        var patterns = patterns(new double[] {10, 500, 11}, new double[] {1, 499, 10});

        for (var kind : List.of(Kind.PROPORTION, Kind.COUNT, Kind.DURATION)) {
            var result = RareLevels.join(kind, patterns);

            assertThat(result.joined()).isEmpty();
            assertThat(factor(result).levels()).containsExactly("1", "2", "3");
            assertThat(factor(result).codes()).containsExactly(0, 1, 2);
        }
    }

    @Test
    void joinsALevelWithFewPatientsWithTheOneBefore() {
        var result = RareLevels.join(
                Kind.PROPORTION, patterns(new double[] {100, 100, 9, 100}, new double[] {10, 10, 3, 10}));

        assertThat(result.joined()).containsExactly(new Joined("asa", "3", "2"));
        assertThat(factor(result).levels()).containsExactly("1", "2", "4");
        assertThat(factor(result).codes()).containsExactly(0, 1, 1, 2);
    }

    @Test
    void joinsTheFirstWithTheOneAfterIt() {
        var result = RareLevels.join(Kind.PROPORTION, patterns(new double[] {9, 100, 100}, new double[] {3, 10, 10}));

        assertThat(result.joined()).containsExactly(new Joined("asa", "1", "2"));
        assertThat(factor(result).levels()).containsExactly("2", "3");
        assertThat(factor(result).codes()).containsExactly(0, 0, 1);
    }

    @Test
    void joinsLevelsInWhichAllOrNoneHaveTheEvent() {
        var result = RareLevels.join(
                Kind.PROPORTION, patterns(new double[] {100, 100, 100, 100}, new double[] {10, 0, 10, 100}));

        assertThat(result.joined())
                .extracting(Joined::level, Joined::into)
                .containsExactly(tuple("2", "1"), tuple("4", "3"));
        assertThat(factor(result).codes()).containsExactly(0, 0, 1, 1);
    }

    @Test
    void joinsOnUntilNoneIsRare() {
        var result = RareLevels.join(
                Kind.PROPORTION, patterns(new double[] {3, 3, 3, 3, 50, 2}, new double[] {1, 0, 1, 0, 20, 0}));

        assertThat(result.joined())
                .extracting(Joined::level, Joined::into)
                .containsExactly(tuple("1", "2"), tuple("2", "3"), tuple("3", "4"), tuple("unknown", "5"));
        assertThat(factor(result).levels()).containsExactly("4", "5");
    }

    @Test
    void leavesOneLevelWhenAllAreRare() {
        var result = RareLevels.join(Kind.PROPORTION, patterns(new double[] {3, 3, 3}, new double[] {0, 1, 0}));

        assertThat(factor(result).levels()).hasSize(1);
        assertThat(factor(result).codes()).containsExactly(0, 0, 0);
    }

    @Test
    void doesNotTakeOneEventPerPatientForSeparationInCountsAndDurations() {
        var patterns = patterns(new double[] {100, 100}, new double[] {100, 300});

        assertThat(RareLevels.join(Kind.COUNT, patterns).joined()).isEmpty();
        assertThat(RareLevels.join(Kind.DURATION, patterns).joined()).isEmpty();
    }

    @Test
    void joinsALevelWithoutAnyCountAsItsLogarithmHasNoEnd() {
        var patterns = patterns(new double[] {100, 100}, new double[] {100, 0});

        assertThat(RareLevels.join(Kind.COUNT, patterns).joined()).hasSize(1);
    }

    @Test
    void leavesNumbersAlone() {
        var age = new Numeric("age", Form.LINEAR, new double[] {1, 2});

        var result = RareLevels.join(Kind.PROPORTION, patterns(age, new double[] {1, 1}, new double[] {0, 1}));

        assertThat(result.patterns().columns()).containsExactly(age);
    }

    @Test
    void judgesEveryFactorByItself() {
        var sex = new Factor("sex", List.of("1", "2"), new int[] {0, 1, 0, 1});
        var asa = new Factor("asa", List.of("1", "2"), new int[] {0, 0, 1, 1});
        var rows = new double[] {50, 50, 3, 3};
        var observed = new double[] {10, 10, 1, 1};

        var result = RareLevels.join(Kind.PROPORTION, new Patterns(List.of(sex, asa), rows, rows, observed, observed));

        assertThat(result.joined()).containsExactly(new Joined("asa", "2", "1"));
        assertThat(((Factor) result.patterns().columns().get(0)).levels()).containsExactly("1", "2");
    }

    @Test
    void keepsPatientsAndTheirOrderAndLeavesNoRareLevelBehind() {
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var rows = random.ints(6, 0, 40).mapToDouble(n -> n).toArray();
            var observed =
                    Arrays.stream(rows).map(n -> random.nextInt((int) n + 1)).toArray();
            var kind = random.nextBoolean() ? Kind.PROPORTION : Kind.COUNT;

            var result = RareLevels.join(kind, patterns(rows, observed));

            assertThat(result.patterns().rows()).isEqualTo(rows);
            assertThat(result.patterns().observed()).isEqualTo(observed);
            var factor = factor(result);
            assertThat(factor.levels()).hasSize(6 - result.joined().size()).isSubsetOf(CLASSES);
            assertThat(factor.codes()).isSorted();
            if (factor.levels().size() > 1) {
                assertNoneIsRare(kind, factor, rows, observed);
            }
        }
    }

    private static void assertNoneIsRare(Kind kind, Factor factor, double[] rows, double[] observed) {
        var n = Cohort.sum(rows, factor.codes(), factor.levels().size());
        var events = Cohort.sum(observed, factor.codes(), factor.levels().size());
        for (int level = 0; level < n.length; level++) {
            assertThat(n[level]).isGreaterThanOrEqualTo(RareLevels.FEWEST);
            assertThat(events[level]).isPositive();
            if (kind == Kind.PROPORTION) {
                assertThat(events[level]).isLessThan(n[level]);
            }
        }
    }

    @Test
    void doesNotDependOnTheOrderOfThePatterns() {
        var random = new Random(4);
        for (int i = 0; i < 200; i++) {
            int size = 30;
            var codes = random.ints(size, 0, 6).toArray();
            var rows = random.ints(size, 1, 6).mapToDouble(n -> n).toArray();
            var observed =
                    Arrays.stream(rows).map(n -> random.nextInt((int) n + 1)).toArray();
            var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
            Collections.shuffle(order, random);
            var shuffled = order.stream().mapToInt(Integer::intValue).toArray();

            var plain = RareLevels.join(Kind.PROPORTION, patterns(new Factor("asa", CLASSES, codes), rows, observed));
            var other = RareLevels.join(
                    Kind.PROPORTION,
                    patterns(
                            new Factor("asa", CLASSES, codes).select(shuffled),
                            Arrays.stream(shuffled).mapToDouble(n -> rows[n]).toArray(),
                            Arrays.stream(shuffled)
                                    .mapToDouble(n -> observed[n])
                                    .toArray()));

            assertThat(other.joined()).isEqualTo(plain.joined());
            assertThat(factor(other).levels()).isEqualTo(factor(plain).levels());
            assertThat(factor(other).codes())
                    .isEqualTo(factor(plain).select(shuffled).codes());
        }
    }

    @Test
    void turnsARefusalIntoAModel() {
        var patterns = patterns(new double[] {200, 300, 40, 12}, new double[] {20, 45, 8, 12});
        assertThatThrownBy(() -> CaseMixModel.fit(Kind.PROPORTION, patterns)).isInstanceOf(ModelRefusal.class);

        var fit = CaseMixModel.fit(
                Kind.PROPORTION, RareLevels.join(Kind.PROPORTION, patterns).patterns());

        assertThat(fit.model().coefficients())
                .extracting(Coefficient::name)
                .containsExactly("(Intercept)", "asa=2", "asa=3");
        assertThat(fit.rates()[3]).isEqualTo(fit.rates()[2]).isCloseTo(20.0 / 52, within(1e-9));
    }
}
