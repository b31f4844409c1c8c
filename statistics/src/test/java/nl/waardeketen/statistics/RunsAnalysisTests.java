// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunsAnalysisTests {

    /** Of eight points log₂ 8 + 3 = 6 in a run are usual, and {@code qbinom(0.05, 7, 0.5)} = 1 crossing. */
    @ParameterizedTest
    @CsvSource({"6, false, false", "7, true, false", "8, true, true"})
    void isUnusualBeyondTheUsualNumberAndNotAtIt(int above, boolean lengthy, boolean few) {
        var sides = new int[8];
        Arrays.setAll(sides, i -> i < above ? 1 : -1);

        var runs = RunsAnalysis.of(sides);

        assertThat(runs.longestUsual()).isEqualTo(6);
        assertThat(runs.fewestUsual()).isEqualTo(1);
        assertThat(runs.hasLongRun()).isEqualTo(lengthy);
        assertThat(runs.hasFewCrossings()).isEqualTo(few);
    }

    @Test
    void passesOverPointsOnTheCentre() {
        var runs = RunsAnalysis.of(new int[] {1, 0, 1, -1, 0, 0, -1, 1});

        assertThat(runs).isEqualTo(new RunsAnalysis(5, 2, 5, 2, 0));
    }

    @ParameterizedTest
    @EnumSource(ChartType.class)
    void needsADenominatorWhereEventsAreCountedInUnequalExposures(ChartType type) {
        assertThat(type.needsDenominator())
                .isEqualTo(!Arrays.asList(ChartType.XMR, ChartType.RUN, ChartType.C)
                        .contains(type));
    }
}
