// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.waardeketen.statistics.Kind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** In tens of thousands of patients with colorectal cancer our own regression finds what the sample says is true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColorectalTruthTests {
    private static final SampleSize LARGE = new SampleSize(11, 12, 560, 20261123, "2026Q3", false);
    private static final double FAR = 4;
    private static final String REFERENCE = "helmduin";
    private static final String IMPROVING = "oosterbrink";
    private static final String HALF_WAY = "2025-04-01";

    private final OutcomeSet set = OutcomeSet.colorectalCancer();
    private final Truthful truth;
    private final Episodes episodes;

    ColorectalTruthTests(@TempDir Path folder) throws IOException, SQLException {
        var region = folder.resolve("region");
        SampleRegion.write(region, LARGE);
        truth = Truthful.of("colorectal-cancer", region.resolve("truth.json"));
        episodes = new Episodes(region, set);
        episodes.setApart(IMPROVING, "surgery < DATE '" + HALF_WAY + "'");
    }

    @AfterAll
    void closesTheEngine() throws SQLException {
        episodes.close();
    }

    @Test
    void findsEveryCoefficientAndEveryHospitalEffect() throws SQLException {
        var distances = new ArrayList<Double>();
        for (var indicator : truth.logistic()) {
            var coefficients = truth.coefficients(indicator);
            var names = coefficients.keySet().stream().map(String::valueOf).toList();
            var fitted = FittedModel.of(Kind.PROPORTION, set.indicator(indicator), names, episodes);
            for (var name : names) {
                distances.add(near(fitted, indicator, name, Truthful.number(coefficients, name)));
            }
            for (var hospital : comparedHospitals()) {
                distances.add(
                        near(fitted, indicator, "organisation=" + hospital, truth.effect(indicator, code(hospital))));
            }
        }

        double meanSquare = distances.stream().mapToDouble(z -> z * z).average().orElseThrow();
        assertThat(distances).hasSizeGreaterThan(120);
        assertThat(meanSquare).as("mean squared distance in standard errors").isBetween(0.7, 1.3);
    }

    private static double near(FittedModel fitted, String indicator, String name, double truth) {
        double distance = fitted.distance(name, truth);
        assertThat(distance).as("%s of %s", name, indicator).isBetween(-FAR, FAR);
        return distance;
    }

    @Test
    void findsTheHospitalThatImprovesHalfWay() throws SQLException {
        var change = truth.told().entries("changes");
        assertThat(change).singleElement().satisfies(entry -> {
            assertThat(entry.text("organisation")).isEqualTo(IMPROVING);
            assertThat(entry.text("from-day")).isEqualTo(HALF_WAY);
        });
        var told = change.get(0).values();

        var found = effects("CRC-WAIT");

        for (var hospital : found.keySet()) {
            boolean before = hospital.equals(IMPROVING + "-before");
            found.get(hospital).isNear(before ? Truthful.number(told, "effect-until") : 0, hospital);
        }
        assertThat(Truthful.number(told, "effect-until")).isGreaterThan(0.3);
        assertThat(Truthful.number(told, "effect-since")).isZero();
    }

    @Test
    void findsTheHospitalWithShorterStays() throws SQLException {
        var found = effects("CRC-LOS");

        for (var hospital : found.keySet()) {
            if (!hospital.equals("horizont")) {
                found.get(hospital).isNear(truth.effect("CRC-LOS", code(hospital)), hospital);
            }
        }
        assertThat(truth.effect("CRC-LOS", "zilverhaven")).isLessThan(-0.1);
        assertThat(Objects.requireNonNull(found.get("horizont")).estimate)
                .as("longer by its leaks")
                .isGreaterThan(0.02);
    }

    private record Found(double estimate, double error) {
        void isNear(double truth, String what) {
            assertThat(estimate).as(what).isCloseTo(truth, Offset.offset(FAR * error));
        }
    }

    /** On the log scale, from a model of counts with the spread that there is. */
    private Map<String, Found> effects(String indicator) throws SQLException {
        var names = truth.coefficients("CRC-M30").keySet().stream()
                .map(String::valueOf)
                .filter(name -> indicator.equals("CRC-LOS") || !name.startsWith("urgency"))
                .toList();
        var fitted = FittedModel.of(Kind.COUNT, set.indicator(indicator), names, episodes);
        double spread = Math.sqrt(fitted.model().dispersion());
        var found = new LinkedHashMap<String, Found>();
        for (var hospital : comparedHospitals()) {
            var coefficient = fitted.coefficient("organisation=" + hospital);
            found.put(hospital, new Found(coefficient.estimate(), spread * coefficient.standardError()));
        }
        return found;
    }

    @Test
    void countsTextbookOutcomeAsAllOfItsParts() throws SQLException {
        var conditions = new ArrayList<String>();
        var desired = new ArrayList<String>();
        for (var part : set.indicator("CRC-TO").list("parts")) {
            var indicator = set.indicator(String.valueOf(part));
            conditions.add("(" + indicator.text("population") + ")");
            desired.add((indicator.text("better").equals("lower") ? "NOT " : "") + "(" + indicator.measure() + ")");
        }
        double all = share(String.join(" AND ", desired), String.join(" AND ", conditions));
        double byHand = share(
                "(death IS NULL OR (days_between(surgery, death) > 30 AND death <> discharge)) AND radical"
                        + " AND (reintervention IS NULL OR days_between(surgery, reintervention) > 30)"
                        + " AND complication < '3' AND days_between(surgery, discharge) <= 14 AND stoma = '1'",
                "location IN ('1', '2') AND urgency = '1'");

        assertThat(all).isBetween(0.6, 0.8);
        assertThat(byHand).isCloseTo(all, Offset.offset(0.005));
        for (var part : desired) {
            assertThat(share(part, String.join(" AND ", conditions))).isGreaterThan(all);
        }
    }

    private double share(String condition, String where) throws SQLException {
        return episodes.number("SELECT avg(CAST((" + condition + ") AS DOUBLE)) FROM episode WHERE " + where);
    }

    private static String code(String unit) {
        return unit.replace("-before", "");
    }

    private List<String> comparedHospitals() {
        var hospitals = new ArrayList<>(truth.hospitals());
        hospitals.remove(REFERENCE);
        hospitals.add(IMPROVING + "-before");
        return hospitals;
    }
}
