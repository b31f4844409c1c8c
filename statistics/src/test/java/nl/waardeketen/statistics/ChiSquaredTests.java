// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquaredTests {

    /** On either side of where the cube root takes over. */
    @ParameterizedTest
    @CsvSource({
        "10000, 9724.7183773897978, 10442.730565410178",
        "999999999, 999912348.64030743, 1000138204.0896981",
        "1000000001, 999912350.64021981, 1000138206.0898362",
        "4000000000, 3999824697.386198, 4000276404.4798145",
        "1000000000000, 999997228194.24561, 1000004370254.1379"
    })
    void isThatOfR(double degreesOfFreedom, double lower, double upper) {
        var tolerance = Tolerance.relative(1e-12);

        tolerance.check(ChiSquared.lower(degreesOfFreedom, 0.025), lower, "qchisq(0.025, %s)", degreesOfFreedom);
        tolerance.check(ChiSquared.upper(degreesOfFreedom, 0.001), upper, "qchisq(0.999, %s)", degreesOfFreedom);
    }
}
