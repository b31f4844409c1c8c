// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.deliveryId;
import static nl.waardeketen.commands.GivenStays.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.Benchmarking;
import nl.waardeketen.benchmarking.ReleaseWatch;
import nl.waardeketen.home.Acting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is counted twice, and what was wrong can be put right. */
class CorrectedDeliveryTests {
    private static final Period YEAR = Period.year(2026);

    @SuppressWarnings("NullAway.Init")
    private GivenStays stays;

    @BeforeEach
    void give(@TempDir Path folder) {
        stays = new GivenStays(folder);
    }

    private long episodesReleased() {
        return Acting.as(
                RunningHome.hub("test"),
                () -> TestHome.shared()
                        .bean(Benchmarking.class)
                        .release(stays.group(), YEAR, null, DuckDbEngine::open, ReleaseWatch.NOBODY)
                        .release()
                        .episodes());
    }

    @Test
    void refusesEpisodesThatLandedBefore() {
        stays.deliver(file(4));

        assertThat(stays.refused(file(6)))
                .singleElement()
                .asString()
                .startsWith("stays.csv: 4 of its episodes are there already")
                .endsWith("[delivery.twice]");
        assertThat(episodesReleased()).isEqualTo(4);
    }

    @Test
    void landsOtherEpisodesOfTheSamePatients() {
        stays.deliver(file(4));

        var run = stays.deliver(HEADER + "east,P-1000,2026-05-01,70,0,1\n");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(episodesReleased()).isEqualTo(5);
    }

    @Test
    void leavesOutWhatWasReplaced() {
        var first = deliveryId(stays.deliver(file(4)));

        var second = stays.deliver(stays.write("stays.csv", file(6)), "--replaces", first);

        assertThat(second.exitCode()).as(second.err()).isEqualTo(ExitCode.DONE);
        assertThat(episodesReleased()).isEqualTo(6);
    }

    @Test
    void replacesADeliveryOnceOnly() {
        var first = deliveryId(stays.deliver(file(4)));
        stays.deliver(stays.write("stays.csv", file(6)), "--replaces", first);

        var again = stays.deliver(stays.write("stays.csv", file(7)), "--replaces", first);

        assertThat(again.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(again.err()).contains("[delivery.not-yours]");
        assertThat(episodesReleased()).isEqualTo(6);
    }

    @Test
    void replacesNothingOfAnotherSender() {
        var first = deliveryId(stays.deliver(file(4)));
        stays.write("mapping.yaml", GivenStays.mapping().replace("sender: registry", "sender: another"));

        var run = stays.deliver(stays.write("stays.csv", file(4)), "--replaces", first);

        assertThat(run.err()).contains("[delivery.not-yours]");
        assertThat(episodesReleased()).isEqualTo(4);
    }

    @Test
    void letsNoLaterVersionShowResultsToEverybody() {
        stays.deliver(file(4));
        stays.write(
                "outcome-set.yaml",
                GivenStays.outcomeSet(stays.group()).replace("version: \"1\"", "version: \"2\"\ndisclosure: public"));

        assertThat(stays.refused(HEADER + "east,P-9001,2026-02-01,70,0,1\n"))
                .singleElement()
                .asString()
                .endsWith("[outcome-set.disclosure]");
    }

    @Test
    void letsNoFileTakeThePlaceOfABundledSet() {
        stays.write("outcome-set.yaml", GivenStays.outcomeSet("hip-fracture"));

        assertThat(stays.refused(file(4))).singleElement().asString().endsWith("[outcome-set.bundled]");
    }

    @Test
    void refusesAMappingThatUsesThePatientForSomethingElse() {
        stays.write(
                "mapping.yaml",
                GivenStays.mapping().replace("organisation: {column: hospital}", "organisation: {column: patient_nr}"));

        assertThat(stays.refused(file(4))).singleElement().asString().contains("patient", "used for something else");
    }

    @Test
    void refusesAThousandNewOrganisations() {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 1_000; i++) {
            text.append("place").append(i).append(",P-").append(i).append(",2026-02-01,70,0,1\n");
        }

        assertThat(stays.refused(text.toString())).last().asString().endsWith("[organisation.too-many]");
    }
}
