// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.statistics.Kind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Truth is truth: in forty thousand hip fractures our own regression finds what the sample says is true, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTruthTests {
    private static final SampleSize LARGE = new SampleSize(11, 12, 560, 20261122, "2026Q3", false);
    private static final double FAR = 4;
    private static final String REFERENCE = "helmduin";

    private final OutcomeSet set = OutcomeSet.hipFracture();
    private final Truthful truth;
    private final Episodes episodes;

    SampleTruthTests(@TempDir Path folder) throws IOException, SQLException {
        var region = folder.resolve("region");
        SampleRegion.write(region, LARGE);
        truth = Truthful.of("hip-fracture", region.resolve("truth.json"));
        episodes = new Episodes(region, set);
    }

    @BeforeAll
    void hasManyEpisodes() throws SQLException {
        assertThat(episodes.number("SELECT count(*) FROM episode")).isBetween(39_000.0, 42_000.0);
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
                distances.add(near(fitted, indicator, "organisation=" + hospital, truth.effect(indicator, hospital)));
            }
        }

        double meanSquare = distances.stream().mapToDouble(z -> z * z).average().orElseThrow();
        assertThat(distances).hasSizeGreaterThan(150);
        assertThat(meanSquare).as("mean squared distance in standard errors").isBetween(0.7, 1.3);
    }

    private static double near(FittedModel fitted, String indicator, String name, double truth) {
        double distance = fitted.distance(name, truth);
        assertThat(distance).as("%s of %s", name, indicator).isBetween(-FAR, FAR);
        return distance;
    }

    @Test
    void finds12PercentLongerStaysWhereTheTruthSaysSo() throws SQLException {
        var caseMix = truth.coefficients("HIP-DEL").keySet().stream()
                .map(String::valueOf)
                .toList();
        var fitted = FittedModel.of(Kind.COUNT, set.indicator("HIP-LOS"), caseMix, episodes);
        double spread = Math.sqrt(fitted.model().dispersion());

        for (var hospital : comparedHospitals()) {
            double expected = hospital.equals("waterlinie")
                    ? Math.log(
                            Truthful.number(truth.following(hospital, "HIP-LOS").values(), "expected-ratio-in-all"))
                    : 0;
            var coefficient = fitted.coefficient("organisation=" + hospital);
            assertThat(coefficient.estimate())
                    .as(hospital)
                    .isCloseTo(expected, Offset.offset(FAR * spread * coefficient.standardError()));
        }
        assertThat(fitted.coefficient("organisation=waterlinie").estimate()).isBetween(0.08, 0.15);
    }

    @Test
    void findsTheUneventfulRecoveriesThatFollowFromDelirium() throws SQLException {
        var recovered = "delirium = FALSE AND NOT (death IS NOT NULL AND days_between(admission, death) <= 30)"
                + " AND reoperation IS NULL";
        var where = " FROM episode WHERE organisation = 'waterlinie' AND treatment <> '0' AND delirium IS NOT NULL"
                + " AND days_between(admission, followed_until) >= 97";
        double share = episodes.number("SELECT avg(CAST(" + recovered + " AS DOUBLE))" + where);
        double count = episodes.number("SELECT count(*)" + where);
        var following = truth.following("waterlinie", "HIP-UR").values();

        assertThat(share)
                .isCloseTo(
                        Truthful.number(following, "expected-share"),
                        Offset.offset(FAR * Math.sqrt(share * (1 - share) / count)))
                .isLessThan(Truthful.number(following, "expected-share-without") - 0.03);
    }

    private List<String> comparedHospitals() {
        return truth.hospitals().stream()
                .filter(hospital -> !hospital.equals(REFERENCE))
                .toList();
    }
}
