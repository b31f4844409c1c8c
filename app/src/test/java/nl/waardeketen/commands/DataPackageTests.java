// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that describe themselves: those of the sample region, and those with a description that is wrong. */
class DataPackageTests {
    private static final String DESCRIPTION = "datapackage.json";
    private static final String TABLE = "episode.csv";
    private static final List<String> TABLES =
            List.of(TABLE, "patient.csv", "activity.csv", "measurement.csv", "product.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable Path region;

    @BeforeAll
    static void enterARegion() throws IOException {
        region = folder.resolve("region");
        SampleRegion.write(region, new SampleSize(4, 2, 30, 9, "2026Q3", true));
        var home = TestHome.shared().path().toString();
        var run = command("organisations", region.resolve("organisations.csv").toString(), "--home", home);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    }

    private static List<Path> packages() throws IOException {
        try (var folders = Files.list(Objects.requireNonNull(region))) {
            return folders.filter(folder -> folder.toString().contains("-hip-fracture-"))
                    .sorted()
                    .toList();
        }
    }

    private static AdjustRun deliver(Path delivery) {
        return command(
                "deliver",
                delivery.toString(),
                "--home",
                TestHome.shared().path().toString());
    }

    /** A package of its own, of which the description or the table is changed. */
    private static Path changed(Path into, String file, UnaryOperator<String> change) throws IOException {
        copy(List.of(DESCRIPTION), into);
        copy(TABLES, into);
        Files.writeString(into.resolve(file), change.apply(Files.readString(into.resolve(file))));
        return into;
    }

    private static void copy(List<String> names, Path into) throws IOException {
        for (var name : names) {
            Files.copy(packages().get(0).resolve(name), into.resolve(name));
        }
    }

    private static long rows(Path delivery) throws IOException {
        long rows = 0;
        for (var table : TABLES) {
            rows += Files.readAllLines(delivery.resolve(table)).size() - 1;
        }
        return rows;
    }

    private static List<String> refused(Path delivery) {
        var before = TestHome.shared().landed();

        var run = deliver(delivery);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(TestHome.shared().landed()).isEqualTo(before);
        return run.err().lines().toList();
    }

    @Test
    void landsPackagesOfTheSample() throws IOException {
        for (var delivery : packages()) {
            var run = deliver(delivery);

            if (run.exitCode() == ExitCode.DONE) {
                assertThat(run.out())
                        .startsWith(
                                "Landed: " + String.join(", ", TABLES) + ", " + rows(delivery) + " rows, delivery ");
            } else {
                assertThat(run.err()).contains("[value.").contains("age \"tachtig\"", "asa \"7\"", "age \"208\"");
            }
        }
        assertThat(deliver(packages().get(0)).out()).startsWith("Already there: episode.csv ");
    }

    @Test
    void takesTheFolderOrItsDescription(@TempDir Path own) throws IOException {
        var delivery = changed(own, TABLE, DataPackageTests::tenOtherPatients);

        var run = deliver(delivery.resolve(DESCRIPTION));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(query(run)).isEqualTo("10");
    }

    private static String tenOtherPatients(String text) {
        return text.lines().limit(11).reduce("", (all, line) -> all + (all.isEmpty() ? "" : "T") + line + "\n");
    }

    private static String query(AdjustRun run) {
        return GivenStays.query("SELECT count(*) FROM read_parquet('" + GivenStays.landedFile(run) + "')")
                .get(0);
    }

    @Test
    void refusesAFolderWithoutADescription(@TempDir Path own) {
        assertThat(refused(own))
                .singleElement()
                .asString()
                .endsWith("this is no data package: there is no datapackage.json; deliver a folder with one, or name a"
                        + " mapping with --mapping  [delivery.not-found]");
    }

    @Test
    void refusesWhatIsNoJsonWithItsLine(@TempDir Path own) throws IOException {
        var delivery = changed(own, DESCRIPTION, text -> "{\n\"name\": broken\n}");

        assertThat(refused(delivery))
                .containsExactly(
                        "datapackage.json:2: this is not JSON; check quotes, commas and braces  [package.unreadable]");
    }

    @Test
    void refusesADescriptionThatLacksAllItNeedsAtOnce(@TempDir Path own) throws IOException {
        var delivery = changed(own, DESCRIPTION, text -> "{}");

        assertThat(refused(delivery))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("datapackage.json: waardeketen.outcome-set: "))
                .anyMatch(line -> line.startsWith("datapackage.json: waardeketen.organisation: "))
                .anyMatch(line -> line.startsWith("datapackage.json: resources: "));
    }

    @Test
    void refusesAnEmptyDescription(@TempDir Path own) throws IOException {
        assertThat(refused(changed(own, DESCRIPTION, text -> ""))).isNotEmpty();
    }

    @Test
    void refusesAFileOutsideThePackage(@TempDir Path own) throws IOException {
        copy(List.of(TABLE), own);
        var inner = Files.createDirectory(own.resolve("inner"));
        var delivery = changed(inner, DESCRIPTION, text -> text.replace("\"episode.csv\"", "\"../episode.csv\""));

        assertThat(refused(delivery))
                .containsExactly(
                        "datapackage.json: resources.path \"../episode.csv\": the file lies outside the package;"
                                + " name a file in the package  [package.invalid]");
    }

    @Test
    void refusesAnAbsolutePath(@TempDir Path own) throws IOException {
        var delivery =
                changed(own, DESCRIPTION, text -> text.replace("\"episode.csv\"", "\"" + own.resolve(TABLE) + "\""));

        assertThat(refused(delivery)).singleElement().asString().contains("the file lies outside the package");
    }

    @Test
    void refusesALinkThatLeadsOutside(@TempDir Path own) throws IOException {
        var outside = Files.copy(packages().get(0).resolve(TABLE), own.resolve(TABLE));
        var inner = changed(Files.createDirectory(own.resolve("inner")), DESCRIPTION, text -> text);
        Files.delete(inner.resolve(TABLE));
        Files.createSymbolicLink(inner.resolve(TABLE), outside);

        assertThat(refused(inner)).singleElement().asString().contains("the file lies outside the package");
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path own) throws IOException {
        var delivery = changed(own, DESCRIPTION, text -> text.replace("\"episode.csv\"", "\"other.csv\""));

        assertThat(refused(delivery)).singleElement().asString().contains("there is no such file in the package");
    }

    @Test
    void refusesAGroupThatIsNotKnown(@TempDir Path own) throws IOException {
        var delivery = changed(own, DESCRIPTION, text -> text.replace("\"hip-fracture\"", "\"unknown\""));

        assertThat(refused(delivery))
                .containsExactly(
                        "datapackage.json: waardeketen.outcome-set \"unknown\": there is no such patient group;"
                                + " name a group that this installation knows  [package.invalid]");
    }

    @Test
    void refusesAnOrganisationThatIsNotKnown(@TempDir Path own) throws IOException {
        var delivery = changed(
                own,
                DESCRIPTION,
                text -> text.replaceAll("\"organisation\": ?\"[a-z]+\"", "\"organisation\": \"stranger\""));

        assertThat(refused(delivery))
                .singleElement()
                .asString()
                .contains("organisation \"stranger\"")
                .endsWith("[organisation.unknown]");
    }

    @Test
    void refusesATableWithoutARequiredColumn(@TempDir Path own) throws IOException {
        var delivery = changed(own, TABLE, text -> text.replaceFirst(",admission,", ",opname,"));

        assertThat(refused(delivery))
                .singleElement()
                .asString()
                .startsWith("episode.csv")
                .contains("admission");
    }

    @Test
    void refusesAVariableThatTheOutcomeSetDoesNotHave(@TempDir Path own) throws IOException {
        var delivery = changed(own, DESCRIPTION, text -> text.replaceFirst("\"osteoporosis\"", "\"shoe_size\""));

        assertThat(refused(delivery))
                .containsExactly(
                        "datapackage.json: schema.fields \"shoe_size\": the outcome set has no such variable; leave"
                                + " the column out of the delivery  [package.invalid]");
    }
}
