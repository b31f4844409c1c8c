// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTotalsTests {

    @Test
    void roundsAsRDoes() {
        var rows = ReferenceTable.of("rounding.csv").rows();

        assertThat(rows).hasSizeGreaterThan(500);
        for (var row : rows) {
            assertThat(UnitTotals.rounded(row.number("value"), (int) row.number("decimals")))
                    .as("round(%s, %s)", row.text("value"), row.text("decimals"))
                    .isEqualTo(row.number("rounded"));
        }
    }

    /** Added up one after the other they are 0.9999999999999999 and a number that differs in the ninth digit. */
    @Test
    void addsUpWithoutLosingTheLastDigit() {
        var values = new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 1e9, 44.055, -1e9};
        var groups = new int[values.length];
        Arrays.fill(groups, 10, 13, 1);

        assertThat(Cohort.carefulSum(values, groups, 2)).containsExactly(1, 44.055);
    }

    @Test
    void keepsASumThatIsInfinite() {
        var sums = Cohort.carefulSum(new double[] {Double.MAX_VALUE, Double.MAX_VALUE, 1}, new int[] {0, 0, 0}, 1);

        assertThat(List.of(sums[0])).containsExactly(Double.POSITIVE_INFINITY);
    }
}
