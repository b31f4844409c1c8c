// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** How far numbers may differ: a share of the expected number, or an absolute distance near zero. */
record Tolerance(double relative, double absolute) {

    static Tolerance relative(double share) {
        return new Tolerance(share, 0);
    }

    Tolerance orWithin(double distance) {
        return new Tolerance(relative, distance);
    }

    /** A missing expected number is {@code NaN}, and so must the actual one be. */
    void check(double actual, double expected, String what, Object... about) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what, about).isNaN();
        } else {
            assertThat(actual)
                    .as(what, about)
                    .isCloseTo(expected, within(Math.max(absolute, relative * Math.abs(expected))));
        }
    }

    void check(Interval actual, double low, double high, String what, Object... about) {
        check(actual.low(), low, what + ", low", about);
        check(actual.high(), high, what + ", high", about);
    }

    void check(double[] actual, double[] expected, String what, Object... about) {
        assertThat(actual).as(what, about).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            check(actual[i], expected[i], what, about);
        }
    }

    void check(List<UnitTotals> actual, List<UnitTotals> expected) {
        assertThat(actual).extracting(UnitTotals::unit).isEqualTo(units(expected));
        for (int i = 0; i < expected.size(); i++) {
            var unit = expected.get(i);
            assertThat(actual.get(i).n()).as("n of %s", unit.unit()).isEqualTo(unit.n());
            check(actual.get(i).observed(), unit.observed(), "observed of %s", unit.unit());
            check(actual.get(i).exposure(), unit.exposure(), "exposure of %s", unit.unit());
            check(actual.get(i).expected(), unit.expected(), "expected of %s", unit.unit());
            check(actual.get(i).variance(), unit.variance(), "variance of %s", unit.unit());
        }
    }

    private static List<String> units(List<UnitTotals> totals) {
        return totals.stream().map(UnitTotals::unit).toList();
    }
}
