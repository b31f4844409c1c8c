// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.GivenStays.query;
import static nl.waardeketen.commands.Trust.all;
import static nl.waardeketen.commands.Trust.isDone;
import static nl.waardeketen.commands.Trust.objection;
import static nl.waardeketen.commands.Trust.release;
import static nl.waardeketen.commands.Trust.rotate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.waardeketen.deliveries.Rotation;
import nl.waardeketen.home.Acting;
import nl.waardeketen.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version of the region's key: pseudonyms of one patient stay the same in old and new deliveries. */
class KeyRotationTests {
    private static final Path LAKE = TestHome.shared().path().resolve("lake/episode");

    private final Path folder;
    private final GivenStays stays;

    KeyRotationTests(@TempDir Path folder) {
        this.folder = folder;
        stays = new GivenStays(folder);
    }

    private static List<String> pseudonyms(Path file) {
        return query("SELECT hex(patient) FROM read_parquet('" + file + "')");
    }

    private static Path rotated(AdjustRun run, int version) {
        return LAKE.resolve("delivery=" + GivenStays.deliveryId(run) + "-key" + version + "/episode.parquet");
    }

    @Test
    void givesAPatientOnePseudonymInOldAndNewDeliveries() {
        var first = stays.deliver(file(6));
        var before = pseudonyms(GivenStays.landedFile(first));

        var run = rotate(stays);
        var second = stays.deliver(file(6).replace("2026-02", "2026-05"));

        isDone(run);
        assertThat(run.out())
                .isEqualTo("Rotated: " + stays.group() + ", key version 2, 1 file and 0 objections carried along.\n");
        assertThat(run.err()).contains("region-" + stays.group() + "-v2.key");
        assertThat(pseudonyms(rotated(first, 2)))
                .isEqualTo(pseudonyms(GivenStays.landedFile(second)))
                .doesNotContainAnyElementsOf(before);
        assertThat(GivenStays.landedFile(first).getParent()).doesNotExist();
        assertThat(Trust.verify().out()).doesNotContain(GivenStays.deliveryId(first), GivenStays.deliveryId(second));
    }

    @Test
    void carriesOnOverManyVersions() {
        var first = stays.deliver(file(6));
        isDone(rotate(stays));
        isDone(rotate(stays));
        var third = stays.deliver(file(6).replace("2026-02", "2026-05"));

        assertThat(pseudonyms(rotated(first, 3))).isEqualTo(pseudonyms(GivenStays.landedFile(third)));
        assertThat(rotated(first, 2)).doesNotExist();
        assertThat(release(stays).out()).contains("over 12 episodes");
        assertThat(all("SELECT version FROM deliveries.pseudonym_key WHERE outcome_set = '" + stays.group()
                        + "' ORDER BY version"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void stillKnowsEpisodesThatLandedBefore() {
        stays.deliver(file(6));
        isDone(rotate(stays));

        assertThat(stays.refused(file(8))).singleElement().asString().contains("6 of its episodes are there already");
    }

    @Test
    void carriesObjectionsAndQuarantineAlong() throws IOException {
        var first = stays.deliver(file(40) + "east,P-7,2026-03-01,old,0,1\n");
        isDone(objection("add", stays.write("objections.txt", "P-1000\n"), stays, "registry"));
        var kept = TestHome.shared()
                .path()
                .resolve("quarantine/delivery=" + GivenStays.deliveryId(first) + "/episode.csv");
        var before = Files.readString(kept);

        isDone(rotate(stays));

        assertThat(release(stays).out()).contains("over 39 episodes, 1 patient left out");
        assertThat(Files.readString(kept)).contains(",\"old\",").isNotEqualTo(before);
        isDone(objection("withdraw", stays.write("objections.txt", "P-1000\n"), stays, "registry"));
        assertThat(release(stays).out()).contains("over 40 episodes, release");
    }

    @Test
    void explainsChangesSinceAReleaseBeforeIt() {
        stays.deliver(file(20));
        isDone(release(stays));
        isDone(rotate(stays));
        stays.deliver(HEADER + "east,P-1,2026-07-01,70,1,1\n");

        isDone(release(stays, "--out", folder.resolve("out").toString()));
        assertThat(folder.resolve("out/changes.csv")).content().contains("DEATH,east,2026,2026,");
    }

    @Test
    void leavesEverythingAsItWasWhereAFileIsNotWhatLanded() throws IOException {
        var first = stays.deliver(file(6));
        var second = stays.deliver(file(6).replace("2026-02", "2026-05"));
        var bytes = Files.readAllBytes(GivenStays.landedFile(second));
        Files.writeString(GivenStays.landedFile(second), "something else");

        assertThat(rotate(stays).err()).contains("[lake.changed]");

        Files.write(GivenStays.landedFile(second), bytes);
        assertThat(rotated(first, 2).getParent()).doesNotExist();
        assertThat(TestHome.shared().path().resolve("staging")).isEmptyDirectory();
        isDone(release(stays));
        isDone(rotate(stays));
    }

    @Test
    void refusesAKeyThatIsGoneOrAnother() throws IOException {
        stays.deliver(file(6));
        var key = TestHome.shared().path().resolve("keys/region-" + stays.group() + ".key");
        var text = Files.readString(key);

        Files.writeString(key, "0b".repeat(32));
        assertThat(stays.deliver(file(8).replace("2026-02", "2026-05")).err()).endsWith("[key.other]\n");
        Files.delete(key);
        assertThat(stays.deliver(file(8).replace("2026-02", "2026-05")).err()).endsWith("[key.missing]\n");
        assertThat(Trust.verify().out()).contains("keys/" + stays.group());
        Files.writeString(key, text);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(Trust.verify().out()).doesNotContain("keys/" + stays.group());
    }

    @Test
    void endsWhatAKilledProcessLeft() throws IOException {
        var first = stays.deliver(file(6));
        var home = TestHome.shared().path();
        var id = GivenStays.deliveryId(first);
        var places = List.of(
                "lake/episode/delivery=" + id,
                "lake/episode/delivery=" + id + "-key2",
                "quarantine/delivery=" + id,
                "quarantine/delivery=" + id + "-key2");
        Files.writeString(home.resolve("staging/" + stays.group() + ".2.rotating"), String.join("\t", places) + "\n");
        Files.createDirectory(home.resolve(places.get(1)));

        Acting.as(RunningHome.hub("test"), () -> {
            TestHome.shared().bean(Rotation.class).tidy();
            return id;
        });

        assertThat(home.resolve(places.get(1))).doesNotExist();
        assertThat(GivenStays.landedFile(first)).exists();
        assertThat(home.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void needsADataSet() {
        assertThat(rotate(stays).err()).endsWith("[key.none]\n");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> TestHome.shared().bean(Rotation.class).rotate("nothing"));
    }
}
