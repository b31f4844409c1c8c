// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of colorectal cancer do not contradict themselves, and look like those of a Dutch registration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColorectalRowsTests {
    private final OutcomeSet set = OutcomeSet.colorectalCancer();
    private final Episodes episodes;

    ColorectalRowsTests(@TempDir Path folder) throws IOException, SQLException {
        var region = folder.resolve("region");
        SampleRegion.write(region, new SampleSize(11, 12, 300, 4, "2026Q3", false));
        episodes = new Episodes(region, set);
    }

    @AfterAll
    void closesTheEngine() throws SQLException {
        episodes.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "death < surgery OR discharge < surgery OR death < discharge",
                "first_treatment > surgery",
                "urgency = '1' AND pathology >= first_treatment",
                "reintervention < surgery OR reintervention > death",
                "days_between(surgery, reintervention) > 30",
                "reintervention IS NOT NULL AND complication < '3'",
                "readmission <= discharge OR readmission > death",
                "complication = '5' AND death IS NULL",
                "complication < '5' AND days_between(surgery, death) <= 30",
                "anastomosis = (stoma = '3')",
                "NOT anastomosis AND leak IS NOT NULL",
                "location <> '3' AND (crm IS NOT NULL OR neoadjuvant <> '1' OR operation > '2')",
                "radical = (crm <= 1)",
                "pt = '0' AND NOT radical",
                "qol_3m IS NOT NULL AND days_between(surgery, death) < 85",
                "qol_12m IS NOT NULL AND days_between(surgery, DATE '2026-11-14') < 355",
                "NOT qol_before BETWEEN 0 AND 100 OR NOT qol_3m BETWEEN 0 AND 100",
                "cost IS NULL AND days_between(surgery, DATE '2026-11-14') >= 120",
                "death > DATE '2026-11-14' OR discharge > DATE '2026-11-14' OR readmission > DATE '2026-11-14'",
                "filename LIKE '%-2023Q4-2026Q2/%' AND surgery > DATE '2026-06-30'",
                "filename LIKE '%-2026Q3/%' AND surgery < DATE '2026-04-01'"
            })
    void holdsNo(String contradiction) throws SQLException {
        assertThat(episodes.rows("SELECT patient FROM episode WHERE " + contradiction, 1))
                .isEmpty();
    }

    @Test
    void deliversSomeOfAQuarterLate() throws SQLException {
        var late = "SELECT avg(CAST(filename LIKE '%-2026Q3/%' AS DOUBLE)) FROM episode WHERE surgery"
                + " BETWEEN DATE '2026-04-01' AND DATE '2026-06-30'";

        assertThat(episodes.number(late)).isBetween(0.015, 0.045);
    }

    @Test
    void hasPatientsForEveryIndicatorAndHospital() throws SQLException {
        for (var indicator : set.indicators()) {
            if (indicator.has("population")) {
                assertThat(episodes.rows(
                                "SELECT organisation FROM episode WHERE (" + indicator.text("population") + ") AND ("
                                        + indicator.measure()
                                        + ") IS NOT NULL GROUP BY organisation HAVING count(*) > 100",
                                1))
                        .as(indicator.text("code"))
                        .hasSize(7);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRC-M30, 0.015, 0.03",
        "CRC-RAD, 0.94, 0.98",
        "CRC-REINT, 0.05, 0.10",
        "CRC-COMPL, 0.09, 0.16",
        "CRC-STAY, 0.03, 0.10",
        "CRC-STOMA, 0.07, 0.13",
        "CRC-LEAK, 0.04, 0.08",
        "CRC-CRM, 0.03, 0.07",
        "CRC-READM, 0.07, 0.12",
        "CRC-QOL3, 0.50, 0.65",
        "CRC-QOL12, 0.60, 0.75",
        "CRC-RESP, 0.55, 0.70",
        "CRC-WAIT, 23, 32",
        "CRC-MDT, 0.92, 0.98",
        "CRC-NODES, 0.88, 0.96",
        "CRC-LOS, 4, 5",
        "CRC-COST, 8000, 12000"
    })
    void comesNearWhatIsKnown(String code, double least, double most) throws SQLException {
        var indicator = set.indicator(code);
        var middle = indicator.text("kind").equals("proportion") ? "avg" : "median";

        assertThat(episodes.number("SELECT " + middle + "(CAST((" + indicator.measure()
                        + ") AS DOUBLE)) FROM episode WHERE " + indicator.text("population")))
                .isBetween(least, most);
    }
}
