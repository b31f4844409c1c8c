// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.analytics.CohortColumns.Use.BY_CONTENT;
import static nl.waardeketen.analytics.CohortColumns.Use.FACTOR;
import static nl.waardeketen.analytics.CohortColumns.Use.SPLINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.waardeketen.analytics.CohortColumns.CaseMix;
import org.junit.jupiter.api.Test;

class CaseMixListTests {

    @Test
    void readsNamesAndForms() {
        assertThat(CaseMixList.of(List.of("age:spline, sex,asa:factor")))
                .containsExactly(
                        new CaseMix("age", SPLINE), new CaseMix("sex", BY_CONTENT), new CaseMix("asa", FACTOR));
    }

    @Test
    void keepsACommaBetweenQuotes() {
        assertThat(CaseMixList.of(List.of("\"age, years\":spline,\"size \"\"large\"\"\"")))
                .containsExactly(new CaseMix("age, years", SPLINE), new CaseMix("size \"large\"", BY_CONTENT));
    }

    @Test
    void takesAnUnknownFormForPartOfTheName() {
        assertThat(CaseMixList.of(List.of("time:day"))).containsExactly(new CaseMix("time:day", BY_CONTENT));
    }

    @Test
    void addsUpSeveralLists() {
        assertThat(CaseMixList.of(List.of("age", "sex")))
                .extracting(CaseMix::column)
                .containsExactly("age", "sex");
    }
}
