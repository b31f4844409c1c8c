// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTests {
    private static final Numbers DUTCH = Numbers.in(Locale.forLanguageTag("nl"));
    private static final Numbers ENGLISH = Numbers.in(Locale.ENGLISH);

    @Test
    void writesSharesWithOneDecimal() {
        assertThat(DUTCH.percent(0.2684)).isEqualTo("26,8%");
        assertThat(ENGLISH.percent(0.2684)).isEqualTo("26.8%");
    }

    @Test
    void tellsAlmostNothingFromNothing() {
        assertThat(DUTCH.percent(0)).isEqualTo("0%");
        assertThat(DUTCH.percent(0.0004)).isEqualTo("minder dan 0,1%");
        assertThat(ENGLISH.percent(0.0004)).isEqualTo("less than 0.1%");
        assertThat(DUTCH.percent(0.9999)).isEqualTo("meer dan 99,9%");
        assertThat(DUTCH.percent(1)).isEqualTo("100%");
    }

    @Test
    void neverRoundsCompletenessToAll() {
        assertThat(DUTCH.wholePercent(0.999)).isEqualTo("99%");
        assertThat(DUTCH.wholePercent(1)).isEqualTo("100%");
        assertThat(DUTCH.wholePercent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void groupsThousands() {
        assertThat(DUTCH.count(1204)).isEqualTo("1.204");
        assertThat(ENGLISH.count(1204)).isEqualTo("1,204");
        assertThat(DUTCH.euros(14_383)).isEqualTo("€\u00A014.380");
    }

    @Test
    void writesTheUnitOfAnIntervalOnce() {
        assertThat(DUTCH.percentInterval(0.228, 0.313)).isEqualTo("22,8–31,3%");
        assertThat(DUTCH.euroInterval(13_600, 15_210)).isEqualTo("€\u00A013.600–15.210");
    }

    @Test
    void writesSignsWhenAnEndIsNegative() {
        assertThat(DUTCH.interval(-7.3, 2.6, 1)).isEqualTo("\u22127,3 tot +2,6");
        assertThat(ENGLISH.interval(-7.3, -2.6, 1)).isEqualTo("\u22127.3 to \u22122.6");
    }

    @Test
    void givesNoMinusToZero() {
        assertThat(DUTCH.decimal(-0.04, 1)).isEqualTo("0,0");
    }

    @Test
    void writesADashForWhatIsNotANumber() {
        assertThat(DUTCH.percent(Double.NaN)).isEqualTo("–");
        assertThat(DUTCH.decimal(Double.POSITIVE_INFINITY, 1)).isEqualTo("–");
        assertThat(DUTCH.interval(Double.NaN, 1, 1)).isEqualTo("–");
        assertThat(DUTCH.euroInterval(Double.NaN, 1)).isEqualTo("–");
    }

    @Test
    void writesDaysAndTimesOfTheNetherlands() {
        var moment = Instant.parse("2026-12-04T08:41:00Z");

        assertThat(Dates.in(Locale.forLanguageTag("nl")).day(moment)).isEqualTo("vrijdag 4 december 2026");
        assertThat(Dates.in(Locale.forLanguageTag("nl")).moment(moment)).isEqualTo("4 december 2026, 09.41 uur");
        assertThat(Dates.in(Locale.ENGLISH).moment(moment)).isEqualTo("4 December 2026, 09:41");
    }
}
