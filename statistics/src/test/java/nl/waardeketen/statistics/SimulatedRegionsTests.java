// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.waardeketen.statistics.SimulatedRegions.Findings;
import nl.waardeketen.statistics.SimulatedRegions.Judge;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run of what {@link SimulationReport} does at length; the bounds leave room for its Monte-Carlo error. */
@TestInstance(Lifecycle.PER_CLASS)
class SimulatedRegionsTests {
    private static final int REGIONS = 60;
    private static final long SEED = 20260502;

    private List<Findings> findings = List.of();

    @BeforeAll
    void simulate() {
        findings = SimulatedOutcome.all(0).stream()
                .map(outcome -> SimulatedRegions.simulate(outcome, REGIONS, SEED))
                .toList();
    }

    List<Findings> findings() {
        return findings;
    }

    @ParameterizedTest
    @MethodSource("findings")
    void exactLimitsSignalFalselyAboutTwiceInAThousand(Findings found) {
        assertThat(found.by(Judge.EXACT).signal.value()).isBetween(0.0005, 0.0045);
    }

    @ParameterizedTest
    @MethodSource("findings")
    void defaultLimitsSignalFalselyAFewTimesInAThousand(Findings found) {
        assertThat(found.by(Judge.ADDITIVE).signal.value()).isBetween(0.0005, 0.0065);
    }

    @ParameterizedTest
    @MethodSource("findings")
    void limitsForWatchingAreCrossedFalselyByOneInTwenty(Findings found) {
        assertThat(found.by(Judge.EXACT).watched.value()).isBetween(0.035, 0.065);
        assertThat(found.by(Judge.ADDITIVE).watched.value()).isBetween(0.035, 0.065);
    }

    @ParameterizedTest
    @MethodSource("findings")
    void ownIntervalsHoldTheTruthOfNineteenInTwenty(Findings found) {
        assertThat(found.holdsTruth.value()).isBetween(0.93, 0.97);
        assertThat(found.holdsTruthWhereJudged.value()).isBetween(0.93, 0.97);
    }
}
