// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.waardeketen.shared.Nearest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of dates, units and names that a mapping may use. */
class MappingWordsTests {
    @ParameterizedTest
    @CsvSource({
        "dd-mm-jjjj, %d-%m-%Y",
        "DD-MM-YYYY, %d-%m-%Y",
        "jjjjmmdd, %Y%m%d",
        "dd/mm/jj, %d/%m/%y",
        "d-m-jjjj, %-d-%-m-%Y",
        "dd-mm-jjjj uu:mm, %d-%m-%Y %H:%M",
        "jjjj-mm-ddTuu:mm:ss, %Y-%m-%dT%H:%M:%S",
        "%d.%m.%Y, %d.%m.%Y",
        "%Y%j, %Y%j"
    })
    void readsFormsOfDates(String written, String pattern) {
        assertThat(DatePattern.read(written)).contains(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "dd-mm", "jjjj", "maand dag jaar", "%d-%m", "%Y-%m-%d'; DROP", "%Q-%d-%m-%Y", "ddd-mm-jjjj"})
    void refusesWhatIsNoWholeDate(String written) {
        assertThat(DatePattern.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "minutes, hours, 0.016666666666666666",
        "uur, minuten, 60",
        "dagen, weken, 0.14285714285714285",
        "jaar, maanden, 12",
        "cent, euro, 0.01",
        "kg, gram, 1000",
        "cm, m, 0.01"
    })
    void turnsUnitsIntoEachOther(String from, String to, double factor) {
        var found = UnitOfMeasure.named(from)
                .orElseThrow()
                .into(UnitOfMeasure.named(to).orElseThrow());

        assertThat(found.orElseThrow()).isCloseTo(factor, within(1e-15 * factor));
    }

    @Test
    void turnsNoTimeIntoMoneyAndNoMonthsIntoDays() {
        assertThat(UnitOfMeasure.HOURS.into(UnitOfMeasure.EUROS)).isEmpty();
        assertThat(UnitOfMeasure.MONTHS.into(UnitOfMeasure.DAYS)).isEmpty();
        assertThat(UnitOfMeasure.named("fortnight")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "admision, admission",
        "Admission, admission",
        "amdission, admission",
        "discharge-to, discharge_to",
        "sez, sex",
        "activities, activity"
    })
    void findsTheNameThatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, List.of("sex", "admission", "discharge_to", "activity")))
                .contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "zorgpad", "leeftijd"})
    void findsNothingNearWhatIsFar(String written) {
        assertThat(Nearest.to(written, List.of("sex", "admission", "discharge_to")))
                .isEmpty();
    }
}
