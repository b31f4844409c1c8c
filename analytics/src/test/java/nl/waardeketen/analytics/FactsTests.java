// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.waardeketen.analytics.ExpressionReader.Unusable;
import nl.waardeketen.statistics.CaseMixColumn;
import org.junit.jupiter.api.Test;

/** Episodes counted over the patterns of their case mix. */
class FactsTests {
    private static final Period YEAR = Period.year(2026);
    private static final TablePlan PLAN = Plans.of(
            Variables.ADMISSION, Variables.AGE, Variables.WEIGHT, Variables.DIED, Variables.SEX, Variables.DELIRIUM);
    private static final String ROWS = """
            hospital,id,admission,age,weight,died,sex,delirium
            B,1,2026-01-01,1,60.5,1,1,1
            B,2,2026-12-31,10,,0,,0
            A,3,2026-06-30,2,60.5,1,1,
            A,4,2026-06-30,,0,1,2,1
            A,5,2027-01-01,2,60.5,1,1,1
            A,6,,2,60.5,1,1,1
            A,7,2026-06-30,10,,,,0
            """;

    private static FactIndicator deaths(CaseMixTerm... terms) {
        return indicator("died", terms);
    }

    private static FactIndicator indicator(String measure, CaseMixTerm... terms) {
        try (var reader = new ExpressionReader()) {
            return new FactIndicator(
                    reader.read("admission IS NOT NULL", Variables.ALL),
                    reader.read(measure, Variables.ALL),
                    Variables.ADMISSION,
                    List.of(terms),
                    null);
        } catch (Unusable e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    private static Facts facts(Scratch scratch, List<String> subgroups, FactIndicator... indicators)
            throws IOException {
        var files = List.of(Plans.land(ROWS, PLAN, scratch, "rows"));
        try (var reader = new ExpressionReader()) {
            var conditions = new ArrayList<Expression>();
            for (var subgroup : subgroups) {
                conditions.add(reader.read(subgroup, Variables.ALL));
            }
            var plan = new FactPlan(List.of(indicators), conditions, YEAR);
            return Facts.of(DuckDbEngine.open(files, scratch.folder()), files, plan);
        } catch (Unusable e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    private static IndicatorPatterns patterns(FactIndicator indicator) throws IOException {
        try (var scratch = new Scratch();
                var facts = facts(scratch, List.of(), indicator)) {
            return facts.patterns(0);
        }
    }

    private static CaseMixTerm factor(Variable variable) {
        return new CaseMixTerm(variable, CaseMixTerm.Form.FACTOR);
    }

    @Test
    void takesMissingForTheLevelUnknownAndSortsLevelsAsNumbers() throws IOException {
        var counted = patterns(deaths(factor(Variables.AGE)));

        var levels = (CaseMixColumn.Factor) counted.patterns().columns().get(0);
        assertThat(levels.name()).isEqualTo("age");
        assertThat(levels.levels()).containsExactly("1", "2", "10", "unknown");
        assertThat(Arrays.stream(counted.patterns().rows()).sum()).isEqualTo(4);
        assertThat(Arrays.stream(counted.patterns().observed()).sum()).isEqualTo(3);
    }

    @Test
    void adjustsForYesAndNoAsOneAndZero() throws IOException {
        var counted = patterns(deaths(factor(Variables.DELIRIUM)));

        assertThat(((CaseMixColumn.Factor) counted.patterns().columns().get(0)).levels())
                .containsExactly("0", "1", "unknown");
    }

    @Test
    void knowsAMissingNumberFromZero() throws IOException {
        var counted = patterns(deaths(new CaseMixTerm(Variables.WEIGHT, CaseMixTerm.Form.LINEAR)));

        assertThat(((CaseMixColumn.Numeric) counted.patterns().columns().get(0)).values())
                .containsExactlyInAnyOrder(0, 60.5, Double.NaN);
    }

    @Test
    void countsAllTogetherWithoutCaseMix() throws IOException {
        var counted = patterns(deaths());

        assertThat(counted.patterns().rows()).containsExactly(4);
        assertThat(counted.patterns().observed()).containsExactly(3);
        assertThat(counted.all()).isEqualTo(1);
    }

    @Test
    void knowsPatternsAlsoWhenTheEngineIsClosed() throws IOException {
        try (var scratch = new Scratch()) {
            var facts = facts(scratch, List.of(), deaths(factor(Variables.AGE)));
            facts.close();

            assertThat(Arrays.stream(facts.patterns(0).patterns().rows()).sum()).isEqualTo(4);
        }
    }

    @Test
    void takesADivisionByZeroForMissing() throws IOException {
        var counted = patterns(indicator("age / weight"));

        assertThat(counted.patterns().rows()).containsExactly(2);
        assertThat(counted.patterns().observed()[0]).isEqualTo(0.049586777);
    }

    @Test
    void sumsPerUnitAndQuarterWithThoseOfWhomNothingIsKnown() throws IOException {
        try (var scratch = new Scratch();
                var facts = facts(scratch, List.of(), deaths())) {
            var sums = facts.sums(List.of(new double[] {0.75})).get(0);

            assertThat(facts.units()).containsExactly("A", "B");
            assertThat(facts.episodes()).isEqualTo(7);
            assertThat(sums)
                    .containsExactly(
                            new QuarterSums("A", Period.quarter(2026, 2), 0, 2, 1, 2, 1.5, 1.125, 2, 0),
                            new QuarterSums("B", Period.quarter(2026, 1), 0, 1, 0, 1, 0.75, 0.5625, 1, 0),
                            new QuarterSums("B", Period.quarter(2026, 4), 0, 1, 0, 0, 0.75, 0.5625, 0, 0));
        }
    }

    @Test
    void sumsApartWhoBelongsToTheSameSubgroups() throws IOException {
        try (var scratch = new Scratch();
                var facts = facts(scratch, List.of("sex = '1'", "age >= 10"), deaths())) {
            var sums = facts.sums(List.of(new double[] {0.5})).get(0);

            assertThat(sums)
                    .extracting(QuarterSums::unit, QuarterSums::subgroups, QuarterSums::n, QuarterSums::missing)
                    .containsExactly(
                            tuple("A", 0, 1L, 0L),
                            tuple("A", 1, 1L, 0L),
                            tuple("A", 2, 0L, 1L),
                            tuple("B", 1, 1L, 0L),
                            tuple("B", 2, 1L, 0L));
        }
    }

    @Test
    void cutsTheLargestNumbersAtAQuantileAndTellsHowMuch() throws IOException {
        var age = indicator("age");
        var cut = new FactIndicator(age.population(), age.measure(), age.periodDate(), List.of(), Cap.quantile(0.5));
        try (var scratch = new Scratch();
                var facts = facts(scratch, List.of(), cut, age)) {
            var patterns = List.of(facts.patterns(0), facts.patterns(1));

            assertThat(facts.cuts()).containsExactly(entry(0, new Cut(6, 2, 8)));
            assertThat(patterns.get(0).patterns().observed()).containsExactly(1 + 6 + 2 + 6);
            assertThat(patterns.get(0).patterns().squares()).containsExactly(1 + 36 + 4 + 36);
            assertThat(patterns.get(1).patterns().observed()).containsExactly(1 + 10 + 2 + 10);
            var sums = facts.sums(List.of(new double[] {2}, new double[] {2}));
            assertThat(sums.get(0).stream().mapToDouble(QuarterSums::observed).sum())
                    .isEqualTo(15);
            assertThat(sums.get(0).stream().mapToDouble(QuarterSums::products).sum())
                    .isEqualTo(30);
            assertThat(sums.get(1).stream().mapToDouble(QuarterSums::observed).sum())
                    .isEqualTo(23);
        }
    }

    @Test
    void cutsAtAGivenNumber() throws IOException {
        var age = indicator("age");
        try (var scratch = new Scratch();
                var facts = facts(scratch, List.of(), age.withCap(Cap.at(3)))) {
            assertThat(facts.cuts()).containsExactly(entry(0, new Cut(3, 2, 14)));
            assertThat(facts.patterns(0).patterns().observed()).containsExactly(1 + 3 + 2 + 3);
        }
    }

    @Test
    void takesAnImpossiblyLargeNumberForMissing() throws IOException {
        try (var scratch = new Scratch();
                var facts = facts(scratch, List.of(), indicator("age * 100000000"))) {
            var patterns = facts.patterns(0);

            assertThat(patterns.patterns().rows()).containsExactly(2);
            assertThat(patterns.patterns().observed()).containsExactly(300_000_000);
            assertThat(facts.sums(List.of(new double[] {1})).get(0).stream()
                            .mapToLong(QuarterSums::missing)
                            .sum())
                    .isEqualTo(3);
        }
    }
}
