// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a sample do not contradict themselves, and look like those of a Dutch registration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleRowsTests {
    private static final String IN_TIME = "days_between(admission, DATE '2026-11-14') >= 105"
            + " AND (death IS NULL OR days_between(admission, death) > 105)";

    private final OutcomeSet set = OutcomeSet.hipFracture();
    private final Truthful truth;
    private final Episodes episodes;

    SampleRowsTests(@TempDir Path folder) throws IOException, SQLException {
        var region = folder.resolve("region");
        SampleRegion.write(region, new SampleSize(11, 12, 300, 4, "2026Q3", false));
        truth = Truthful.of("hip-fracture", region.resolve("truth.json"));
        episodes = new Episodes(region, set);
    }

    @AfterAll
    void closesTheEngine() throws SQLException {
        episodes.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "death < admission",
                "discharge < admission",
                "death < discharge",
                "discharge_to = '5' AND death <> discharge",
                "discharge = death AND discharge_to <> '5'",
                "arrival > ed_departure",
                "date_of(arrival) <> admission",
                "surgery_start < ed_departure",
                "surgery_start < arrival",
                "date_of(surgery_start) > discharge",
                "date_of(surgery_start) > death",
                "reoperation < date_of(surgery_start)",
                "reoperation > death",
                "treatment = '0' AND (surgery_start IS NOT NULL OR reoperation IS NOT NULL OR mobilised IS NOT NULL)",
                "followup > death",
                "followup < discharge",
                "NOT days_between(admission, followup) BETWEEN 80 AND 105",
                "followup IS NULL AND coalesce(mobility_3m, residence_3m, CAST(katz_3m AS VARCHAR)) IS NOT NULL",
                "death > DATE '2026-11-14' OR discharge > DATE '2026-11-14' OR followup > DATE '2026-11-14'",
                "reoperation > DATE '2026-11-14'",
                "admission < DATE '2023-10-01' OR admission > DATE '2026-09-30'",
                "NOT age BETWEEN 18 AND 115",
                "filename LIKE '%-2026Q3/%' AND admission < DATE '2026-04-01'",
                "cost IS NULL AND days_between(admission, DATE '2026-11-14') >= 105",
                "cost IS NOT NULL AND days_between(admission, DATE '2026-11-14') < 105",
                "filename LIKE '%-2023Q4-2026Q2/%' AND admission > DATE '2026-06-30'"
            })
    void holdsNo(String contradiction) throws SQLException {
        assertThat(episodes.rows("SELECT patient FROM episode WHERE " + contradiction, 1))
                .isEmpty();
    }

    @Test
    void tellsOnePersonTheSameWay() throws SQLException {
        assertThat(episodes.rows(
                        "SELECT patient FROM episode GROUP BY patient HAVING count(*) > 2 OR count(DISTINCT sex) > 1"
                                + " OR count(DISTINCT death) > 1 OR bool_or(death IS NULL) <> bool_and(death IS NULL)"
                                + " OR count(side) > count(DISTINCT side)"
                                + " OR abs(date_diff('year', min(admission), max(admission)) - (max(age) - min(age))) > 1",
                        1))
                .isEmpty();
    }

    @Test
    void letsSomeComeAgainAlsoElsewhere() throws SQLException {
        double again = episodes.number("SELECT count(*) - count(DISTINCT patient) FROM episode");
        double elsewhere = episodes.number("SELECT count(*) FROM (SELECT patient FROM episode GROUP BY patient"
                + " HAVING count(DISTINCT organisation) > 1)");
        double all = episodes.number("SELECT count(*) FROM episode");

        assertThat(again / all).isBetween(0.02, 0.05);
        assertThat(elsewhere / again).isBetween(0.08, 0.35);
    }

    @Test
    void losesValuesAsOftenAsItDeclares() throws SQLException {
        for (var hospital : truth.hospitals()) {
            for (var variable : set.variableCodes()) {
                var where = " FROM episode WHERE organisation = '" + hospital + "' AND " + applies(variable);
                double count = episodes.number("SELECT count(*)" + where);
                double missing = episodes.number("SELECT count(*) - count(" + variable + ")" + where) / count;
                double declared = truth.missing(hospital, variable);
                assertThat(missing)
                        .as("missing %s at %s", variable, hospital)
                        .isCloseTo(declared, Offset.offset(4 * Math.sqrt(declared * (1 - declared) / count)));
            }
        }
    }

    private static String applies(String variable) {
        return switch (variable) {
            case "arrival" -> "arrival IS NOT NULL";
            case "ed_departure" -> "arrival IS NOT NULL";
            case "surgery_start", "mobilised" -> "treatment <> '0'";
            case "discharge", "discharge_to" -> "days_between(admission, DATE '2026-11-14') > 75";
            case "reoperation", "death" -> variable + " IS NOT NULL";
            case "cost" -> "days_between(admission, DATE '2026-11-14') >= 105";
            case "followup", "mobility_3m", "katz_3m", "residence_3m" -> IN_TIME;
            default -> "TRUE";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "HIP-DEL, 0.12, 0.22",
        "HIP-M30, 0.05, 0.09",
        "HIP-REOP, 0.03, 0.06",
        "HIP-FMS, 0.42, 0.58",
        "HIP-KATZ, 0.45, 0.65",
        "HIP-HOME, 0.72, 0.88",
        "HIP-TTS, 0.82, 0.90",
        "HIP-TTSH, 18, 22",
        "HIP-GER, 0.75, 0.85",
        "HIP-MOB, 0.68, 0.82",
        "HIP-BONE, 0.38, 0.52",
        "HIP-ED, 155, 170",
        "HIP-LOS, 5, 5",
        "HIP-COST, 5000, 7000"
    })
    void comesNearNationalFigures(String code, double least, double most) throws SQLException {
        var indicator = set.indicator(code);
        var middle = indicator.text("kind").equals("proportion") ? "avg" : "median";

        assertThat(episodes.number("SELECT " + middle + "(CAST(" + indicator.measure()
                        + " AS DOUBLE)) FROM episode WHERE " + indicator.text("population")))
                .isBetween(least, most);
    }

    @Test
    void hasMorePatientsAndDeathsInWinter() throws SQLException {
        var winter = " FROM episode WHERE month(admission) IN (12, 1, 2)";
        var summer = " FROM episode WHERE month(admission) IN (6, 7, 8)";
        var deaths = "SELECT avg(CAST(coalesce(days_between(admission, death) <= 30, FALSE) AS DOUBLE))";

        assertThat(episodes.number("SELECT count(*)" + winter))
                .isGreaterThan(1.05 * episodes.number("SELECT count(*)" + summer));
        assertThat(episodes.number(deaths + winter)).isGreaterThan(episodes.number(deaths + summer));
    }

    @Test
    void bringsDifferentPatientsToDifferentHospitals() throws SQLException {
        var age = "SELECT avg(age) FROM episode WHERE organisation = ";
        var nursingHome = "SELECT avg(CAST(residence = '4' AS DOUBLE)) FROM episode WHERE organisation = ";

        assertThat(episodes.number(age + "'helmduin'")).isLessThan(episodes.number(age + "'lindehove'") - 4);
        assertThat(episodes.number(nursingHome + "'lindehove'"))
                .isGreaterThan(2 * episodes.number(nursingHome + "'helmduin'"));
    }
}
