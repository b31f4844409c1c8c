// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.deliveries.DeliveryFile;
import nl.waardeketen.mappings.Burden.Volume;
import org.junit.jupiter.api.Test;

/** What registering asks of the set of hip fractures, counted from its document. */
class BurdenTests {
    private static Burden burden(Volume volume) {
        var set = MeasuredProposals.hip();
        return Burden.of(set, volume, List.of(set), Locale.ENGLISH);
    }

    @Test
    void proposesFieldsThatNothingUses() {
        var burden = burden(new Volume(0, 0, 0));

        assertThat(burden.unused()).isNotEmpty().allSatisfy(field -> {
            assertThat(field.indicators()).isZero();
            assertThat(field.reason()).isNotNull();
        });
        assertThat(burden.unused()).extracting(Burden.Field::code).contains("osteoporosis", "malnutrition", "side");
        assertThat(burden.fields())
                .filteredOn(field -> field.reason() == null)
                .allSatisfy(field -> assertThat(field.roles()).isNotEmpty());
    }

    @Test
    void countsValuesOfAYear() {
        var burden = burden(new Volume(3, 1_000, 250));
        int fields = burden.fields().size();

        assertThat(burden.own()).isNotNull();
        assertThat(burden.own().values()).last().isEqualTo(String.format(Locale.ENGLISH, "%,d", 250 * fields));
        assertThat(Objects.requireNonNull(burden.region()).values())
                .last()
                .isEqualTo(String.format(Locale.ENGLISH, "%,d", 1_000 * fields));
        assertThat(Objects.requireNonNull(burden.saving()).values())
                .containsExactly(String.format(
                        Locale.ENGLISH, "%,d", 1_000 * burden.unused().size()));
    }

    private static Delivery delivery(String organisation, long episodes, long activities) {
        return new Delivery(
                UUID.randomUUID(),
                organisation,
                "hip-fracture",
                "1",
                Instant.EPOCH,
                "package",
                "",
                "",
                episodes + activities,
                0,
                List.of(organisation),
                List.of(
                        new DeliveryFile("episode", "episode.csv", episodes, 0, "", "", ""),
                        new DeliveryFile("activity", "activity.csv", activities, 0, "", "", "")),
                1,
                false,
                null);
    }

    @Test
    void countsEpisodesAndNoRowsOfOtherTables() {
        var volume = Volume.of(List.of(delivery("a", 100, 4_000), delivery("b", 50, 900)), "a");

        assertThat(volume).isEqualTo(new Volume(2, 150, 100));
    }

    @Test
    void keepsTheNumbersOfAnotherHospitalToItself() {
        var burden = burden(new Volume(Burden.FEWEST_HOSPITALS - 1, 1_000, 250));

        assertThat(burden.region()).isNull();
        assertThat(burden.saving()).isNull();
        assertThat(burden.own()).isNotNull();
    }
}
