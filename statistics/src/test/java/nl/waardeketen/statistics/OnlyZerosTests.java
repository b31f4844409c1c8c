// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When nothing but zeros is held for a fault of the delivery. */
class OnlyZerosTests {
    /** (z + 1)/(N + 2) to the power of the number of zeros, against one in a million. */
    @ParameterizedTest
    @CsvSource({
        "10, 0, 1000, true",
        "9, 0, 1000, false",
        "10, 0, 1, false",
        "10, 0, 2, true",
        "10, 25, 98, false",
        "10, 24, 98, true",
        "19, 48, 98, false",
        "20, 48, 98, true",
        "1000, 50, 100, false",
        "1000, 49, 100, true",
        "1000, 0, 0, false"
    })
    void needsSoManyZerosThatChanceIsImpossible(long zeros, long elsewhere, long values, boolean fault) {
        assertThat(OnlyZeros.isFault(zeros, elsewhere, values)).isEqualTo(fault);
    }

    private static Cohort cohort(List<String> units, int[] unitOfCell, double[] rows, double[] amounts) {
        var observed = IntStream.range(0, rows.length)
                .mapToDouble(i -> rows[i] * amounts[i])
                .toArray();
        var squares = IntStream.range(0, rows.length)
                .mapToDouble(i -> rows[i] * amounts[i] * amounts[i])
                .toArray();
        return new Cohort(units, unitOfCell, new Patterns(List.of(), rows, rows, observed, squares));
    }

    @Test
    void doesNotCountOtherUnitsOfZerosAmongWhatIsElsewhere() {
        var cohort = cohort(
                List.of("C", "A", "B", "D"), new int[] {0, 1, 2, 2, 3}, new double[] {40, 30, 50, 1, 9}, new double[] {
                    0, 0, 12, 0, 0
                });

        assertThat(OnlyZeros.unitsOf(cohort)).containsExactly("A", "C");
    }

    @Test
    void findsNoFaultWhereNobodyHasAnyAmount() {
        var cohort = cohort(List.of("A", "B"), new int[] {0, 1}, new double[] {40, 30}, new double[] {0, 0});

        assertThat(OnlyZeros.unitsOf(cohort)).isEmpty();
    }
}
