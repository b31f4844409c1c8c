// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import nl.waardeketen.benchmarking.ChangeComputation.Edition;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a value differs from that of the release before: one cause at a time, and all together. */
class ChangeComputationTests {
    private static final Offset<Double> NOTHING = within(1e-12);
    private static final Path SMALL = Path.of("src/test/resources/outcome-sets/small.yaml");

    private final List<String> lines = new ManyEpisodes(20261122).lines;

    private List<String> lines(Predicate<String> taken) {
        return lines.stream().filter(taken).toList();
    }

    private static boolean isLate(String line) {
        return Math.floorMod(line.hashCode(), 10) == 0;
    }

    private static boolean isOfLastQuarter(String line) {
        return line.split(",", -1)[2].compareTo("2025-10-01") >= 0;
    }

    private static OutcomeSet withDefinition(Path folder, String from, String to) throws IOException {
        var text = Files.readString(SMALL);
        assertThat(text).contains(from);
        return OutcomeSetFiles.read(Files.writeString(folder.resolve("other.yaml"), text.replace(from, to)));
    }

    private static void addUp(List<Change> changes) {
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.before()
                                + change.late()
                                + change.patients()
                                + change.definition()
                                + change.model())
                        .isCloseTo(change.after(), within(1e-9 * Math.abs(change.after()) + 1e-12)));
    }

    private static double published(Edition edition, String indicator, String organisation) {
        return edition.results().stream()
                .filter(result -> result.indicator().equals(indicator)
                        && result.organisation().equals(organisation))
                .mapToDouble(result -> result.compared().adjustedRate())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsNoCauseWhereNothingChanged() throws IOException {
        try (var lake = SmallLake.small().deliver(lines)) {
            var edition = lake.edition("2024..2025");

            var changes = lake.changes(edition, edition);

            assertThat(changes).hasSize(6 * 12);
            assertThat(changes).allSatisfy(change -> {
                assertThat(change.before()).isEqualTo(change.after());
                assertThat(change.late()).isCloseTo(0, within(1e-9));
                assertThat(change.patients()).isEqualTo(0);
                assertThat(change.definition()).isEqualTo(0);
                assertThat(change.model()).isCloseTo(0, within(1e-9));
            });
        }
    }

    @Test
    void putsDownToLateDataWhatCameLater() throws IOException {
        try (var lake = SmallLake.small().deliver(lines(line -> !isLate(line)))) {
            var before = lake.edition("2024..2025");
            lake.deliver(lines(ChangeComputationTests::isLate));
            var after = lake.edition("2024..2025");

            var changes = lake.changes(before, after);

            addUp(changes);
            assertThat(changes).allSatisfy(change -> {
                assertThat(change.patients()).isEqualTo(0);
                assertThat(change.definition()).isEqualTo(0);
                assertThat(change.patientsCorrected()).isEqualTo(change.patientsAfter());
                assertThat(change.patientsBefore()).isLessThan(change.patientsAfter());
            });
            assertThat(changes)
                    .filteredOn(change -> change.indicator().equals("DIED"))
                    .allSatisfy(change -> {
                        assertThat(change.late()).isCloseTo(change.after() - change.before(), NOTHING);
                        assertThat(change.model()).isCloseTo(0, NOTHING);
                    });
            assertThat(changes)
                    .filteredOn(change -> change.indicator().equals("DELIRIUM"))
                    .anySatisfy(change -> assertThat(change.model()).isNotCloseTo(0, within(1e-6)));
        }
    }

    @Test
    void putsDownToOtherPatientsThatThePeriodMoved() throws IOException {
        try (var lake = SmallLake.small().deliver(lines(line -> !isOfLastQuarter(line)))) {
            var before = lake.edition("2024Q1..2025Q3");
            lake.deliver(lines(ChangeComputationTests::isOfLastQuarter));
            var after = lake.edition("2024..2025");

            var changes = lake.changes(before, after);

            addUp(changes);
            assertThat(changes).allSatisfy(change -> {
                assertThat(change.late()).isCloseTo(0, within(1e-9));
                assertThat(change.definition()).isEqualTo(0);
                assertThat(change.patientsCorrected()).isEqualTo(change.patientsBefore());
            });
            assertThat(changes)
                    .filteredOn(change -> change.indicator().equals("DIED"))
                    .allSatisfy(change ->
                            assertThat(change.patients()).isCloseTo(change.after() - change.before(), NOTHING))
                    .anySatisfy(change -> assertThat(change.patients()).isNotEqualTo(0));
        }
    }

    @Test
    void putsDownToTheModelThatTheStandardIsOfOtherYears() throws IOException {
        try (var lake = SmallLake.small().deliver(lines)) {
            var changes = lake.changes(lake.edition("2024..2025"), lake.edition("2025"));

            addUp(changes);
            assertThat(changes).allSatisfy(change -> {
                assertThat(change.late()).isCloseTo(0, within(1e-9));
                assertThat(change.patients()).isEqualTo(0);
                assertThat(change.definition()).isEqualTo(0);
            });
            assertThat(changes).anySatisfy(change -> assertThat(change.model()).isNotCloseTo(0, within(1e-6)));
        }
    }

    @Test
    void putsDownToTheDefinitionWhatIsCountedOtherwise(@TempDir Path folder) throws IOException {
        var other = withDefinition(
                folder,
                "numerator: \"died\"\n    better: lower\n    words",
                "numerator: \"died OR falls > 1\"\n    better: lower\n    words");
        try (var lake = SmallLake.small().deliver(lines)) {
            var before = lake.edition("2024..2025");
            var after = lake.edition("2024..2025", other);

            var changes = lake.changes(before, after);

            addUp(changes);
            assertThat(changes)
                    .filteredOn(change -> change.indicator().equals("DIED"))
                    .allSatisfy(change -> {
                        double difference = published(after, "DIED", change.organisation())
                                - published(before, "DIED", change.organisation());
                        assertThat(change.definition())
                                .isCloseTo(difference, NOTHING)
                                .isGreaterThan(0.01);
                        assertThat(change.model()).isCloseTo(0, NOTHING);
                    });
            assertThat(changes)
                    .filteredOn(change -> change.indicator().equals("FALLS"))
                    .allSatisfy(change -> assertThat(change.definition()).isEqualTo(0));
        }
    }

    @Test
    void addsUpWhenEverythingChangesAtOnce(@TempDir Path folder) throws IOException {
        var other = withDefinition(folder, "patients: [age:quadratic, sex]", "patients: [age, sex]");
        try (var lake = SmallLake.small().deliver(lines(line -> !isLate(line) && !isOfLastQuarter(line)))) {
            var before = lake.edition("2024Q1..2025Q3");
            lake.deliver(lines(line -> isLate(line) || isOfLastQuarter(line)));
            lake.deliver(List.of("H10,9001,2025-12-01,2025-12-09,104,2,1,1,1,1,0"));
            lake.deliver(List.of("NEW,9002,2025-12-01,2025-12-09,80,2,1,1,1,1,0"));

            var changes = lake.changes(before, lake.edition("2024..2025", other));

            addUp(changes);
            assertThat(changes).noneMatch(change -> change.organisation().equals("NEW"));
            assertThat(changes)
                    .filteredOn(change -> change.indicator().equals("DELIRIUM"))
                    .allSatisfy(change -> {
                        assertThat(change.late()).isNotEqualTo(0);
                        assertThat(change.patients()).isNotEqualTo(0);
                        assertThat(change.model()).isNotEqualTo(0);
                    });
        }
    }
}
