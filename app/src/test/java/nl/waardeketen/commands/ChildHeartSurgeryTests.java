// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deaths after heart surgery in children, a proportion without case mix, against R. */
class ChildHeartSurgeryTests {
    private static final String BRISTOL_YEARS = "1991-1995";
    private static final String RECENT_YEARS = "2012-2015";
    private static final String OPTIONS = "--unit Hospital --outcome Deaths --trials Operations --kind proportion";

    private static Answer surgery(String years) {
        return answer(ReferenceData.file("funnel-child-heart/child-heart-" + years + ".csv"), OPTIONS);
    }

    private static PublishedFigures centres(String years) {
        var table = ReferenceData.table("funnel-child-heart/expected_child-heart-" + years + ".csv");
        return new PublishedFigures(table, "hospital", 1e-8);
    }

    private static double overallRate(String years) {
        return ReferenceData.table("funnel-child-heart/expected_summary.csv").stream()
                .filter(row -> row.text("set").endsWith(years))
                .findFirst()
                .orElseThrow()
                .number("overall");
    }

    @Test
    void findsBristolAlone() {
        var answer = surgery(BRISTOL_YEARS);

        assertThat(answer.unitsWith("signal_high")).containsExactly("Bristol");
        assertThat(answer.unitsWith("signal_low")).isEmpty();
    }

    @Test
    void findsGreatOrmondStreetAloneInRecentYears() {
        var answer = surgery(RECENT_YEARS);

        assertThat(answer.unitsWith("signal_low")).containsExactly("London - Great Ormond Street");
        assertThat(answer.unitsWith("signal_high")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1991-1995, 1.56170721064144, 0.000651171773877813", "2012-2015, 1.02697886431248, 2.86191754492008e-05"
    })
    void agreesOnOverdispersionOnTheArcsineScale(String years, double phi, double tau2) {
        var overdispersion = surgery(years).overdispersion();

        assertThat(overdispersion.number("phi")).isCloseTo(phi, within(1e-10));
        assertThat(overdispersion.number("tau2")).isCloseTo(tau2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {BRISTOL_YEARS, RECENT_YEARS})
    void agreesOnRates(String years) {
        var answer = surgery(years);

        centres(years).holdFor(answer, "n", "n");
        centres(years).holdFor(answer, "observed", "deaths");
        centres(years).holdFor(answer, "adjusted_rate", "rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {BRISTOL_YEARS, RECENT_YEARS})
    void agreesOnLimits(String years) {
        var answer = surgery(years);

        holdsAsRate(answer, years, "limit95_low", "od_lo95");
        holdsAsRate(answer, years, "limit95_high", "od_hi95");
        holdsAsRate(answer, years, "limit998_low", "od_lo998");
        holdsAsRate(answer, years, "limit998_high", "od_hi998");
    }

    @ParameterizedTest
    @ValueSource(strings = {BRISTOL_YEARS, RECENT_YEARS})
    void agreesOnExactLimits(String years) {
        var answer = surgery(years);

        holdsAsRate(answer, years, "exact95_low", "exact_lo95");
        holdsAsRate(answer, years, "exact95_high", "exact_hi95");
        holdsAsRate(answer, years, "exact998_low", "exact_lo998");
        holdsAsRate(answer, years, "exact998_high", "exact_hi998");
    }

    @ParameterizedTest
    @ValueSource(strings = {BRISTOL_YEARS, RECENT_YEARS})
    void agreesOnWilsonIntervals(String years) {
        var answer = surgery(years);

        holdsAsRate(answer, years, "ratio_low", "wilson95_lo");
        holdsAsRate(answer, years, "ratio_high", "wilson95_hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {BRISTOL_YEARS, RECENT_YEARS})
    void agreesOnZ(String years) {
        centres(years).holdFor(surgery(years), "z", "z_arcsine");
    }

    @Test
    void trimsBlanksAroundUnits() {
        assertThat(ReferenceData.lines("funnel-child-heart/child-heart-2012-2015.csv"))
                .anyMatch(line -> line.startsWith("London - Harley Street ,"));

        assertThat(surgery(RECENT_YEARS).unitNames()).contains("London - Harley Street");
    }

    private static void holdsAsRate(Answer answer, String years, String figure, String column) {
        double overall = overallRate(years);
        centres(years).holdFor(answer, unit -> unit.number(figure) * overall, column);
    }
}
