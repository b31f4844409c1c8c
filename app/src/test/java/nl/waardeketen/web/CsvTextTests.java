// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTests {

    private static String written(Object... cells) {
        var csv = new CsvText(List.of("a"));
        csv.row(List.of(cells));
        return new String(csv.bytes(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    @Test
    void writesNumbersForMachines() {
        assertThat(written(-1.25, 3.0, 7L, Double.NaN, true)).isEqualTo("-1.25,3,7,,true");
    }

    @Test
    void letsNoTextBecomeAFormula() {
        assertThat(written("=1+1", "@x", "-2", "+3", "\tx")).isEqualTo("'=1+1,'@x,'-2,'+3,'\tx");
    }

    @Test
    void quotesWhatWouldBreakTheTable() {
        assertThat(written("a,b", "say \"x\"")).isEqualTo("\"a,b\",\"say \"\"x\"\"\"");
    }
}
