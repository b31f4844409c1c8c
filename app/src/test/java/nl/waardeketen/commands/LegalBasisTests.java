// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.Trust.all;
import static nl.waardeketen.commands.Trust.basis;
import static nl.waardeketen.commands.Trust.home;
import static nl.waardeketen.commands.Trust.isDone;
import static nl.waardeketen.commands.Trust.release;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import nl.waardeketen.deliveries.Retention;
import nl.waardeketen.home.Acting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing lands without a legal basis, and nothing stays when its retention is over. */
class LegalBasisTests {
    private final Path folder;
    private final GivenStays stays;

    LegalBasisTests(@TempDir Path folder) {
        this.folder = folder;
        stays = new GivenStays(folder);
    }

    private void declareNothing() {
        stays.write("mapping.yaml", GivenStays.mapping().replaceFirst("legal-basis: .*\n", ""));
    }

    @Test
    void isNeeded() {
        declareNothing();

        assertThat(stays.refused(file(2)))
                .singleElement()
                .asString()
                .contains("basis set", "registry", stays.group())
                .endsWith("[basis.none]");
    }

    @Test
    void isEnteredByACommand() {
        stays.deliver(file(2));
        declareNothing();
        var other = new GivenStays(folder);
        other.write("mapping.yaml", GivenStays.mapping().replaceFirst("legal-basis: .*\n", ""));

        isDone(basis(other, "registry", "--months", "120"));

        isDone(other.deliver(file(2)));
        assertThat(command("basis", "list", "--home", home(), "--organisation", "registry")
                        .out())
                .contains(
                        other.group() + ", since ",
                        "quality; public health",
                        "[public-health]; kept 120 months; DPIA-1");
    }

    @Test
    void isEnteredAsTheDeliveryDeclaresAndTold() {
        var run = stays.deliver(file(2));

        assertThat(run.err())
                .contains(
                        "Entered the legal basis that the delivery declares: test; no-personal-data; kept 12 months; test.");
        assertThat(stays.deliver(file(4).replace("2026-02", "2026-03")).err()).doesNotContain("legal basis");
    }

    @Test
    void isNotChangedByWhatALaterDeliveryDeclares() {
        stays.deliver(file(2));
        stays.write("mapping.yaml", GivenStays.mapping().replace("retention-months: 12", "retention-months: 1200"));
        isDone(stays.deliver(file(4).replace("2026-02", "2026-03")));

        assertThat(all("SELECT retention_months FROM deliveries.legal_basis WHERE outcome_set = '" + stays.group()
                        + "'"))
                .containsExactly("12");
    }

    @Test
    void isRefusedWhereItIsDeclaredHalf() {
        stays.write(
                "mapping.yaml",
                GivenStays.mapping()
                        .replaceFirst(
                                "legal-basis: .*", "legal-basis: {ground: because, retention-months: 0, until: soon}"));

        assertThat(stays.refused(file(2)))
                .hasSize(5)
                .anyMatch(line -> line.contains("legal-basis.purpose"))
                .anyMatch(line -> line.contains("legal-basis.document"))
                .anyMatch(line -> line.contains("this is none of consent, care-management"))
                .anyMatch(line -> line.contains("legal-basis.until \"soon\""))
                .anyMatch(line -> line.contains("legal-basis.retention-months \"0\""));
    }

    @Test
    void letsNothingLandBeforeItBeginsOrAfterItsEnd() {
        stays.deliver(file(2));
        isDone(basis(stays, "registry", "--months", "12", "--since", "2999-01-01"));
        assertThat(stays.refused(file(4).replace("2026-02", "2026-03")))
                .singleElement()
                .asString()
                .endsWith("[basis.later]");

        isDone(basis(stays, "registry", "--until", "2020-01-01"));
        assertThat(stays.refused(file(4).replace("2026-02", "2026-03")))
                .singleElement()
                .asString()
                .endsWith("[basis.over]");
    }

    @Test
    void refusesWhatIsNoBasis() {
        stays.deliver(file(2));

        assertThat(basis(stays, "registry").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(basis(stays, "registry", "--months", "1", "--until", "2030-01-01")
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(basis(stays, "registry", "--months", "0").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(basis(stays, "nowhere", "--months", "1").err()).endsWith("[organisation.unknown]\n");
    }

    @Test
    void takesDeliveriesOutWhenItsRetentionIsOver() {
        var first = stays.deliver(file(4));
        isDone(release(stays));
        isDone(basis(stays, "registry", "--until", "2020-01-01"));

        var run = command("retention", "run", "--home", home());

        assertThat(run.out())
                .contains("Taken out: " + stays.group() + " of registry")
                .contains(GivenStays.deliveryId(first));
        assertThat(GivenStays.landedFile(first).getParent()).doesNotExist();
        assertThat(all("SELECT reason FROM deliveries.removal WHERE delivery = '" + GivenStays.deliveryId(first) + "'"))
                .containsExactly("retention ended on 2020-01-01 (until 2020-01-01)");
        assertThat(all("SELECT rows FROM deliveries.delivery WHERE id = '" + GivenStays.deliveryId(first) + "'"))
                .containsExactly("4");
        assertThat(release(stays).err()).endsWith("[release.nothing-delivered]\n");
        assertThat(all("SELECT count(*) FROM benchmarking.result WHERE outcome_set = '" + stays.group() + "'"))
                .singleElement()
                .isNotEqualTo("0");
        assertThat(command("retention", "run", "--home", home()).out()).doesNotContain(stays.group());
        assertThat(Trust.verify().out()).doesNotContain(GivenStays.deliveryId(first));
    }

    @Test
    void leavesOutOfLaterReleasesWhatWasTakenOut() {
        stays.deliver(file(4));
        isDone(release(stays));
        isDone(basis(stays, "registry", "--until", "2020-01-01"));
        isDone(command("retention", "run", "--home", home()));
        isDone(basis(stays, "registry", "--months", "12"));
        isDone(stays.deliver(file(6)));

        assertThat(release(stays).out()).contains("over 6 episodes");
    }

    @Test
    void endsWhatAKilledProcessHadMarkedOnly() throws SQLException {
        var first = stays.deliver(file(4));
        try (var connection = TestHome.shared().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO deliveries.removal VALUES ('registry', '" + GivenStays.deliveryId(first)
                    + "', now(), 'test', 'test')");
        }
        assertThat(Trust.verify().out()).contains(GivenStays.deliveryId(first), "[file.not-removed]");

        Acting.as(RunningHome.hub("test"), () -> {
            TestHome.shared().bean(Retention.class).tidy();
            return first;
        });

        assertThat(Files.exists(GivenStays.landedFile(first))).isFalse();
    }
}
