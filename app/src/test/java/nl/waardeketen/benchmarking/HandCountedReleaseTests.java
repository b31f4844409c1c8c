// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.ReleaseComputation.Computed;
import nl.waardeketen.statistics.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten episodes, of which everything can be counted by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandCountedReleaseTests {
    private static final String REFERENCE = "2025Q4..2026Q1";
    private static final List<String> B = List.of(
            "B,1,2025-09-30,2025-10-09,70,1,1,1,1,1,9",
            "B,2,2025-10-01,2025-10-04,71,1,1,1,0,1,1",
            "B,3,2025-12-31,2025-12-31,72,2,1,0,0,1,0",
            "B,4,2026-01-01,2026-01-11,73,,1,,1,,2",
            "B,5,2026-03-31,,74,2,0,1,0,0,",
            "B,6,2026-04-01,2026-04-03,75,2,1,1,1,1,9",
            "B,7,2026-02-01,2026-02-06,76,1,,1,,1,3");
    private static final List<String> A = List.of(
            "A,8,2026-01-15,2026-01-17,,1,1,,,,1",
            "A,9,2026-02-15,2026-02-19,80,2,1,0,0,,0",
            "A,10,2026-03-15,,81,2,1,0,1,1,2");

    private final Computed computed;

    HandCountedReleaseTests() throws IOException {
        try (var lake = SmallLake.small()) {
            computed = lake.deliver(B).deliver(A).release(REFERENCE);
        }
    }

    private Result result(String indicator, String period, String organisation) {
        return computed.results().stream()
                .filter(result -> result.indicator().equals(indicator)
                        && result.period().toString().equals(period)
                        && result.organisation().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "DIED, 2025Q4..2026Q1, A, 2, 1, 1",
        "DIED, 2025Q4..2026Q1, B, 4, 1, 1",
        "DIED, 2025Q4, B, 2, 0, 0",
        "DIED, 2026Q1, B, 2, 1, 1",
        "DELIRIUM, 2025Q4..2026Q1, A, 2, 0, 1",
        "DELIRIUM, 2025Q4..2026Q1, B, 2, 1, 1",
        "DELIRIUM, 2025Q4, B, 2, 1, 0",
        "DELIRIUM, 2026Q1, B, 0, 0, 1",
        "HOME, 2025Q4..2026Q1, A, 1, 1, 2",
        "HOME, 2025Q4..2026Q1, B, 4, 3, 1",
        "FALLS, 2025Q4..2026Q1, A, 3, 3, 0",
        "FALLS, 2025Q4..2026Q1, B, 4, 6, 1",
        "FALLS, 2025Q4, B, 2, 1, 0",
        "DAYS, 2025Q4..2026Q1, A, 2, 6, 1",
        "DAYS, 2025Q4..2026Q1, B, 4, 17.75, 1",
        "WELL, 2025Q4..2026Q1, A, 1, 0, 2",
        "WELL, 2025Q4..2026Q1, B, 3, 1, 0"
    })
    void countsWhatCanBeCountedByHand(
            String indicator, String period, String organisation, long n, double observed, long missing) {
        var result = result(indicator, period, organisation);

        assertThat(result.compared().totals().n()).isEqualTo(n);
        assertThat(result.compared().totals().observed()).isEqualTo(observed);
        assertThat(result.missing()).isEqualTo(missing);
    }

    @Test
    void countsAllEpisodesOfTheLakeWhateverTheirPeriod() {
        assertThat(computed.episodes()).isEqualTo(10);
    }

    @Test
    void comparesTheReferencePeriodItsLastYearItsYearsAndItsQuarters() {
        assertThat(computed.periods().stream().map(Period::toString))
                .containsExactly("2025Q4", "2026Q1", "2025Q4..2026Q1");
    }

    @Test
    void tellsWhoIsOfNoIndicator() {
        var model = computed.models().stream()
                .filter(each -> each.indicator().equals("NOBODY"))
                .findFirst()
                .orElseThrow();

        assertThat(model.model()).isNull();
        assertThat(model.rate()).isNaN();
        assertThat(model.comparisons())
                .allSatisfy(comparison -> assertThat(comparison.units()).isZero());
        assertThat(computed.results()).noneMatch(result -> result.indicator().equals("NOBODY"));
    }

    @Test
    void showsAnOrganisationOfWhichNothingIsKnown() {
        var result = result("DELIRIUM", "2026Q1", "B");

        assertThat(result.completeness()).isZero();
        assertThat(result.compared().ratio()).isNaN();
        assertThat(result.compared().signal()).isEqualTo(Signal.TOO_FEW);
    }

    @Test
    void expectsTheOverallShareWithoutCaseMix() {
        assertThat(result("DIED", REFERENCE, "B").compared().totals().expected())
                .isEqualTo(4 * 2 / 6.0, within(1e-14));
        assertThat(result("DIED", REFERENCE, "A").compared().ratio()).isEqualTo(1.5, within(1e-14));
    }

    @Test
    void keepsOrganisationsInTheOrderOfTheirCodesInEveryPeriod() {
        var indicators =
                computed.models().stream().map(IndicatorModel::indicator).toList();
        var inOrder = computed.results().stream()
                .sorted(Comparator.comparing((Result result) -> indicators.indexOf(result.indicator()))
                        .thenComparing(Result::period)
                        .thenComparing(Result::organisation))
                .toList();

        assertThat(computed.results()).isEqualTo(inOrder);
    }

    @Test
    void leavesOutWhatTheDataDoNotSupport() {
        assertThat(computed.models())
                .allSatisfy(model ->
                        assertThat(model.remarks()).allMatch(remark -> remark.matches("[a-z.-]+(:[A-Za-z0-9_]+)*")));
    }

    @Test
    void comparesASingleOrganisationWithItself() throws IOException {
        try (var lake = SmallLake.small()) {
            var alone = lake.deliver(B).release("2025Q4..2026Q1").results();

            assertThat(alone)
                    .isNotEmpty()
                    .allMatch(result -> result.organisation().equals("B"));
            assertThat(alone)
                    .filteredOn(result -> result.indicator().equals("DIED")
                            && result.period().toString().equals(REFERENCE))
                    .allSatisfy(result -> assertThat(result.compared().ratio()).isEqualTo(1, within(1e-14)));
        }
    }

    @Test
    void releasesAReferencePeriodWithoutAnyEpisode() throws IOException {
        try (var lake = SmallLake.small()) {
            assertThat(lake.deliver(B).release("2019").results()).isEmpty();
        }
    }
}
