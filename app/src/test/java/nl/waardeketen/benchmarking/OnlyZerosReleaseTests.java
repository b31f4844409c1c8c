// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.ReleaseComputation.Computed;
import nl.waardeketen.statistics.Signal;
import org.junit.jupiter.api.Test;

/** A hospital whose durations were never recorded, with zero written in their place. */
class OnlyZerosReleaseTests {
    private static final Period REFERENCE = Period.parse("2024..2025").orElseThrow();
    private static final String FAULTY = "H13";

    private final ManyEpisodes episodes = new ManyEpisodes(77);

    private Computed release(UnaryOperator<String> line) throws IOException {
        try (var lake = SmallLake.small()) {
            return lake.deliver(episodes.lines.stream().map(line).toList()).release("2024..2025");
        }
    }

    /** The same stay, ended on the day of admission or with an end that is not known. */
    private static String ended(String line, String day) {
        var cells = new ArrayList<>(List.of(line.split(",", -1)));
        cells.set(3, day.isEmpty() ? "" : cells.get(2));
        return String.join(",", cells);
    }

    private static UnaryOperator<String> ofFaulty(String admission, String day) {
        return line ->
                line.startsWith(FAULTY) && line.split(",", -1)[2].startsWith(admission) ? ended(line, day) : line;
    }

    private static Result days(Computed computed, String organisation) {
        return computed.results().stream()
                .filter(result -> result.indicator().equals("DAYS")
                        && result.subgroup().isEmpty()
                        && result.period().equals(REFERENCE)
                        && result.organisation().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> remarks(Computed computed, String indicator) {
        return computed.models().stream()
                .filter(model -> model.indicator().equals(indicator))
                .findFirst()
                .orElseThrow()
                .remarks();
    }

    @Test
    void takesThemForMissingSoThatOthersAreExpectedWhatTheyWere() throws IOException {
        var zeros = release(ofFaulty("", "same day"));
        var missing = release(ofFaulty("", ""));

        for (var hospital : episodes.hospitals()) {
            var found = days(zeros, hospital).compared();
            var right = days(missing, hospital).compared();
            assertThat(found.totals().n()).isEqualTo(right.totals().n());
            assertThat(found.totals().expected()).isCloseTo(right.totals().expected(), within(1e-9));
            assertThat(found.signal()).isEqualTo(right.signal());
        }
        assertThat(days(zeros, FAULTY).missing())
                .isEqualTo(days(missing, FAULTY).missing())
                .isGreaterThan(200);
        assertThat(days(zeros, FAULTY).compared().signal()).isEqualTo(Signal.TOO_FEW);
    }

    @Test
    void tellsTheHubWhoseAndTheReaderHowMany() throws IOException {
        var zeros = release(ofFaulty("", "same day"));

        try (var lake = SmallLake.small()) {
            assertThat(ZeroValues.of(lake.set, REFERENCE, zeros.zeroDeliveries()))
                    .containsExactly(new ZeroValues(
                            "DAYS", FAULTY, REFERENCE, days(zeros, FAULTY).missing()));
        }
        assertThat(remarks(zeros, "DAYS")).contains("amount.only-zeros:1");
        assertThat(remarks(zeros, "FALLS")).noneMatch(remark -> remark.startsWith("amount"));
    }

    @Test
    void findsAQuarterInWhichNothingWasRecorded() throws IOException {
        var zeros = release(ofFaulty("2025-0", "same day"));

        assertThat(zeros.zeroDeliveries())
                .extracting(zero -> zero.unit() + " " + zero.quarter())
                .containsExactly(FAULTY + " 2025Q1", FAULTY + " 2025Q2", FAULTY + " 2025Q3");
        assertThat(remarks(zeros, "DAYS")).contains("amount.only-zeros:1");
        assertThat(days(zeros, FAULTY).compared().totals().n()).isBetween(100L, 250L);
    }

    @Test
    void saysNothingWhereAmountsAreThere() throws IOException {
        assertThat(release(line -> line).zeroDeliveries()).isEmpty();
    }
}
