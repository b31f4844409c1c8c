// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitColumnsTests {

    private static List<ComparedUnit> units(Kind kind) {
        var spread = new Spread(900, 800, 700, null);
        var totals = List.of(
                totals(kind, "A", 400, 55, 40.25, spread),
                totals(kind, "B", 300, 0, 1.5, spread),
                totals(kind, "C", 0, 0, 0, spread));
        return Comparison.of(kind, totals, ComparisonRules.defaults(kind, true)).units();
    }

    private static UnitTotals totals(Kind kind, String unit, long n, double observed, double expected, Spread spread) {
        return new UnitTotals(unit, n, observed, (double) n, expected, expected * 0.9, kind.isAmount() ? spread : null);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsTheUnitThatWasWritten(Kind kind) {
        assertThat(units(kind)).hasSize(3).allSatisfy(unit -> {
            var numbers = UnitColumns.numbers(unit);
            var texts = Arrays.stream(numbers).mapToObj(UnitColumns::number).toList();
            var read = texts.stream().mapToDouble(Double::parseDouble).toArray();

            assertThat(UnitColumns.read(unit.totals(), read, UnitColumns.signal(unit)))
                    .isEqualTo(unit);
        });
    }

    @Test
    void writesWhatIsNotANumberAsSuch() {
        var nobody = units(Kind.PROPORTION).get(2);

        assertThat(nobody.ratio()).isNaN();
        assertThat(UnitColumns.numbers(nobody)).contains(Double.NaN);
        assertThat(UnitColumns.number(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void hasANameForEveryNumber() {
        var numbers = UnitColumns.numbers(units(Kind.PROPORTION).get(0));

        assertThat(UnitColumns.NUMBERS).hasSameSizeAs(numbers).doesNotHaveDuplicates();
        assertThat(numbers[UnitColumns.NUMBERS.indexOf("n")]).isEqualTo(400);
        assertThat(numbers[UnitColumns.NUMBERS.indexOf("observed")]).isEqualTo(55);
        assertThat(numbers[UnitColumns.NUMBERS.indexOf("expected")]).isEqualTo(40.25);
        assertThat(numbers[UnitColumns.NUMBERS.indexOf("ratio")]).isEqualTo(55 / 40.25);
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void writesSignalsInSmallLetters(Signal signal) {
        var unit = units(Kind.PROPORTION).get(0);
        var numbers = UnitColumns.numbers(unit);

        var read = UnitColumns.read(unit.totals(), numbers, signal.name().toLowerCase(java.util.Locale.ROOT));

        assertThat(read.signal()).isEqualTo(signal);
        assertThat(UnitColumns.signal(read)).matches("[a-z_]+");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "7, 7",
        "-12, -12",
        "0.1, 0.1",
        "1e14, 100000000000000",
        "1e15, 1.0E15",
        "1e-7, 1.0E-7"
    })
    void writesWholeNumbersWithoutAPoint(double value, String text) {
        assertThat(UnitColumns.number(value)).isEqualTo(text);
    }

    @Test
    void writesNumbersInFullPrecision() {
        new Random(9)
                .longs(2_000)
                .mapToDouble(Double::longBitsToDouble)
                .forEach(value -> assertThat(Double.parseDouble(UnitColumns.number(value)))
                        .isEqualTo(Double.valueOf(value)));
    }
}
