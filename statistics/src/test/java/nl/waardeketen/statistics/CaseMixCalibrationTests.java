// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run of {@link CaseMixCalibration}; the bounds leave room for its Monte-Carlo error. */
@Tag("simulation")
class CaseMixCalibrationTests {
    private static final int HOSPITALS = 70;
    private static final int REGIONS = 30;
    private static final long SEED = 20261201;

    static Stream<SimulatedOutcome> outcomes() {
        return CaseMixCalibration.outcomes(0.2).stream();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void keepsItsPromisesWhereHospitalsDifferInCaseMixAndOutcome(SimulatedOutcome outcome) {
        List<CaseMixTrial> both = CaseMixTrial.both(outcome, HOSPITALS, REGIONS, SEED);
        var usual = both.get(0);
        var calibrated = both.get(1);

        assertThat(calibrated.holdsTruth.value()).isBetween(0.93, 0.97);
        assertThat(calibrated.signals.value()).isLessThan(0.007);
        assertThat(calibrated.watched.value()).isBetween(0.03, 0.075);
        assertThat(usual.signals.value()).isGreaterThan(calibrated.signals.value());
    }
}
