// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.GivenStays.landedRows;
import static nl.waardeketen.commands.GivenStays.rows;
import static nl.waardeketen.commands.Trust.isDone;
import static nl.waardeketen.commands.Trust.objection;
import static nl.waardeketen.commands.Trust.release;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patient who objects is left out of what comes, and of every release from then on. */
class ObjectionTests {
    private final Path folder;
    private final GivenStays stays;

    ObjectionTests(@TempDir Path folder) {
        this.folder = folder;
        stays = new GivenStays(folder);
    }

    private AdjustRun object(String patients, String organisation, String... more) {
        return objection("add", stays.write("objections.txt", patients), stays, organisation, more);
    }

    private String released(String name) throws IOException {
        var out = folder.resolve(name);
        isDone(release(stays, "--out", out.toString()));
        return Files.readString(out.resolve("release.json"));
    }

    @Test
    void leavesTheNextReleaseAndSaysSo() throws IOException {
        stays.deliver(file(20));
        assertThat(released("before")).contains("\"episodes\" : 20", "\"patients_left_out_after_objection\" : 0");

        isDone(object("p 1000\n", "registry"));

        assertThat(released("after")).contains("\"episodes\" : 19", "\"patients_left_out_after_objection\" : 1");
        assertThat(release(stays).out()).contains("over 19 episodes, 1 patient left out after objection");
    }

    @Test
    void comesBackWhenItIsWithdrawn() throws IOException {
        stays.deliver(file(20));
        isDone(object("P-1000\nP-1001\n", "registry"));

        isDone(objection("withdraw", stays.write("objections.txt", "P-1000\n"), stays, "registry"));

        assertThat(released("after")).contains("\"episodes\" : 19", "\"patients_left_out_after_objection\" : 1");
        assertThat(command("objection", "list", "--home", Trust.home(), "--organisation", "registry")
                        .out())
                .contains(stays.group() + ": 1 hold, 1 withdrawn");
    }

    @Test
    void holdsForTheRowsOfItsOrganisationWhoeverDelivers() throws IOException {
        stays.deliver(HEADER + "east,P-1,2026-02-01,70,0,1\nwest,P-1,2026-02-03,70,0,1\n" + rows(10));

        isDone(object("P-1\n", "east"));

        assertThat(released("after")).contains("\"episodes\" : 11", "\"patients_left_out_after_objection\" : 1");
    }

    @Test
    void keepsRowsFromLanding() {
        stays.deliver(file(20));
        isDone(object("P-9\n", "registry"));

        var run = stays.deliver(HEADER + "east,P-9,2026-03-01,70,0,1\nwest,P-8,2026-03-01,70,0,1\n");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err())
                .contains("1 rows of patients who object have not landed.")
                .doesNotContain("P-9");
        assertThat(landedRows(run)).singleElement().asString().startsWith("west|");
        assertThat(Trust.all("SELECT rows || ' ' || patients FROM deliveries.left_out WHERE delivery = '"
                        + GivenStays.deliveryId(run) + "'"))
                .containsExactly("1 1");
        assertThat(Trust.verify().out()).doesNotContain(GivenStays.deliveryId(run));
    }

    @Test
    void keepsRowsOutOfQuarantine() throws IOException {
        stays.deliver(file(20));
        isDone(object("P-9\n", "registry"));

        var run = stays.deliver(HEADER + rows(40).replace("2026-02", "2026-04")
                + "east,P-9,2026-03-01,seventy,0,1\neast,P-7,2026-03-01,old,0,1\n");

        var kept =
                TestHome.shared().path().resolve("quarantine/delivery=" + GivenStays.deliveryId(run) + "/episode.csv");
        assertThat(Files.readAllLines(kept)).hasSize(2).last().asString().contains("old");
    }

    @Test
    void landsNothingWhereAllObject() {
        stays.deliver(file(20));
        isDone(object("P-9\n", "registry"));

        assertThat(stays.refused(HEADER + "east,P-9,2026-03-01,70,0,1\n"))
                .singleElement()
                .asString()
                .endsWith("[delivery.all-object]");
    }

    @Test
    void holdsFromItsDayOn() throws IOException {
        stays.deliver(file(20));

        isDone(object("P-1000\n", "registry", "--since", "2999-01-01"));

        assertThat(released("after")).contains("\"episodes\" : 20", "\"patients_left_out_after_objection\" : 0");
    }

    @Test
    void isEnteredOnce() {
        stays.deliver(file(20));

        assertThat(object("P-1000\nP 1000\nP-1001\n", "registry").out()).startsWith("Entered: 2 objections of 3 ");
        assertThat(object("P-1000\n", "registry").out()).startsWith("Entered: 0 objections of 1 ");
    }

    @Test
    void keepsNoIdentifier() {
        stays.deliver(file(20));
        var run = object("SECRET-4711\n", "registry");

        assertThat(run.out() + run.err()).doesNotContain("4711");
        assertThat(Trust.all("SELECT CAST(o AS text) FROM deliveries.objection o WHERE outcome_set = '" + stays.group()
                        + "'"))
                .singleElement()
                .asString()
                .doesNotContain("4711");
    }

    @Test
    void needsAnOrganisationAndADataSetThatAreThere() {
        stays.deliver(file(2));

        assertThat(object("P-1\n", "nowhere").err()).endsWith("[organisation.unknown]\n");
        assertThat(objection("add", folder.resolve("objections.txt"), new GivenStays(folder), "registry")
                        .err())
                .endsWith("[key.none]\n");
        assertThat(object("  ", "registry").err()).endsWith("[objection.count]\n");
        assertThat(object("0a".repeat(32), "registry").err()).endsWith("[objection.stage]\n");
    }
}
