// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseMixColumnTests {

    @Test
    void ordersLevelsThatAreNumbersBySize() {
        assertThat(factor("10", "9", "-1", "2.5", "1e1").levels()).containsExactly("-1", "2.5", "9", "10", "1e1");
    }

    @Test
    void ordersOtherLevelsByCodePointAfterNumbers() {
        assertThat(factor("b", "B", "é", "a", "3", "𝔸", "ﬁ").levels())
                .containsExactly("3", "B", "a", "b", "é", "ﬁ", "𝔸");
    }

    @Test
    void putsMissingLastAsALevelOfItsOwn() {
        var smoker = factor("yes", null, "zz", "no");

        assertThat(smoker.levels()).containsExactly("no", "yes", "zz", "unknown");
        assertThat(smoker.codes()).containsExactly(1, 3, 2, 0);
    }

    @Test
    void takesTheWordUnknownForMissing() {
        var smoker = factor("unknown", "yes", null);

        assertThat(smoker.levels()).containsExactly("yes", "unknown");
        assertThat(smoker.codes()).containsExactly(1, 0, 1);
    }

    @Test
    void refersToMissingWhenThereIsNothingElse() {
        assertThat(factor(null, null).levels()).containsExactly("unknown");
    }

    @Test
    void tellsLevelsApartThatAreTheSameNumber() {
        assertThat(factor("1.0", "1", "01").levels()).containsExactly("01", "1", "1.0");
    }

    @Test
    void hasTheSamePatternWhereBothAreMissing() {
        var age = new Numeric("age", Form.LINEAR, new double[] {Double.NaN, Double.NaN, 3});

        assertThat(age.same(0, 1)).isTrue();
        assertThat(age.same(1, 2)).isFalse();
    }

    @Test
    void selectsPatternsInTheOrderAskedFor() {
        var age = new Numeric("age", Form.LINEAR, new double[] {7, 8, 9});

        assertThat(age.select(new int[] {2, 0, 2}).values()).containsExactly(9, 7, 9);
    }

    private static Factor factor(@Nullable String... values) {
        var codes = new int[values.length];
        Arrays.setAll(codes, i -> i);
        return Factor.of("factor", Arrays.asList(values), codes);
    }
}
