// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import nl.waardeketen.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverdispersionTests {
    private static final Tolerance TOLERANCE = Tolerance.relative(1e-9).orWithin(1e-14);

    static Stream<Arguments> setsAndTransforms() {
        return Stream.of("counts", "proportions", "ends")
                .flatMap(set -> Stream.of("sqrt", "log", "arcsine").map(name -> Arguments.of(set, name)));
    }

    @ParameterizedTest
    @MethodSource("setsAndTransforms")
    void placesUnitsWhereRPlacesThem(String set, String transformName) {
        var transform = transform(transformName);
        var reference = reference("overdispersion-z.csv", set, transformName);

        for (var unit : units(set)) {
            var row = reference.row("unit", unit.unit());
            double value = transform.value(unit);
            TOLERANCE.check(Double.isFinite(value) ? value : Double.NaN, row.number("y"), "y of %s", unit.unit());
            TOLERANCE.check(transform.target(unit), row.number("y0"), "target of %s", unit.unit());
            TOLERANCE.check(transform.standardError(unit), row.number("s"), "error of %s", unit.unit());
            double z = transform.z(unit);
            TOLERANCE.check(Double.isFinite(z) ? z : Double.NaN, row.number("z"), "z of %s", unit.unit());
        }
    }

    @ParameterizedTest
    @MethodSource("setsAndTransforms")
    void findsPhiAndTauSquaredOfR(String set, String transform) {
        var units = units(set);

        for (var row : reference("overdispersion-factors.csv", set, transform).rows()) {
            var found = Overdispersion.of(units, transform(transform), extremes(row));

            TOLERANCE.check(found.phi(), row.number("phi"), "phi of %s", row.cells());
            TOLERANCE.check(found.tau2(), row.number("tau2"), "tau2 of %s", row.cells());
            assertThat(found.units()).as("units of %s", row.cells()).isEqualTo((int) row.number("units"));
        }
    }

    @ParameterizedTest
    @MethodSource("setsAndTransforms")
    void widensLimitsAsRDoes(String set, String transform) {
        var reference = reference("overdispersion-limits.csv", set, transform);
        var treatments = reference("overdispersion-factors.csv", set, transform);

        for (var treatment : treatments.rows()) {
            for (var method : List.of(DispersionMethod.ADDITIVE, DispersionMethod.MULTIPLICATIVE)) {
                var rules = new ComparisonRules(method, transform(transform), extremes(treatment), null);
                var comparison = Comparison.of(kind(set), units(set), rules);
                var expected = reference
                        .where("treatment", treatment.text("treatment"))
                        .where("share", treatment.number("share"))
                        .where(row -> method.name().equalsIgnoreCase(row.text("dispersion")));
                comparison.units().forEach(unit -> checkLimits(unit, expected));
            }
        }
    }

    private static void checkLimits(ComparedUnit unit, ReferenceTable expected) {
        var rows = expected.where("unit", unit.totals().unit()).rows();
        assertThat(rows).hasSize(2);
        for (var row : rows) {
            TOLERANCE.check(unit.zAdjusted(), row.number("z_adjusted"), "adjusted z of %s", row.cells());
            var interval =
                    row.number("k") < 2 ? unit.limits().watch() : unit.limits().signal();
            if (Double.isNaN(row.number("z_adjusted"))) {
                assertThat(unit.limits()).as("limits of %s", row.cells()).isEqualTo(unit.exact());
            } else {
                TOLERANCE.check(interval, row.number("low"), row.number("high"), "limits of %s", row.cells());
            }
        }
    }

    @Test
    void leavesOutUnitsThatCannotBePlaced() {
        var units = units("counts");

        var logarithmic = Overdispersion.of(units, Transform.LOG, Extremes.winsorise(0.1));

        assertThat(units).filteredOn(unit -> unit.observed() == 0).hasSize(1);
        assertThat(logarithmic.units()).isEqualTo(units.size() - 1);
    }

    @Test
    void knowsNothingWhenNoUnitCanBePlaced() {
        var nobody = List.of(new UnitTotals("A", 10, 0, 10, 4, 4), new UnitTotals("B", 10, 0, 10, 6, 6));

        var found = Overdispersion.of(nobody, Transform.LOG, Extremes.winsorise(0.1));

        assertThat(found.phi()).isNaN();
        assertThat(found.tau2()).isZero();
        assertThat(found.units()).isZero();
    }

    @Test
    void findsNoVarianceBetweenUnitsInOneUnit() {
        var one = List.of(new UnitTotals("A", 100, 30, 100, 10, 10));

        var found = Overdispersion.of(one, Transform.SQUARE_ROOT, Extremes.winsorise(0.1));

        assertThat(found.tau2()).isZero();
        assertThat(found.phi()).isGreaterThan(1);
    }

    @Test
    void truncatesTiedUnitsTogether() {
        var tied = Stream.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J")
                .map(code -> new UnitTotals(code, 100, code.compareTo("C") < 0 ? 5 : 10, 100, 10, 10))
                .toList();

        var found = Overdispersion.of(tied, Transform.SQUARE_ROOT, Extremes.truncate(0.1));

        assertThat(found.units()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0.5, 1, Double.NaN})
    void refusesAShareThatIsNoTail(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Extremes.winsorise(share))
                .withMessageContaining(Double.toString(share));
    }

    private static ReferenceTable reference(String file, String set, String transform) {
        return ReferenceTable.of(file).where("set", set).where("transform", transform);
    }

    private static Kind kind(String set) {
        return set.equals("counts") ? Kind.COUNT : Kind.PROPORTION;
    }

    private static List<UnitTotals> units(String set) {
        return ReferenceTable.of("overdispersion-units.csv").where("set", set).rows().stream()
                .map(row -> new UnitTotals(
                        row.text("unit"),
                        (long) row.number("n"),
                        row.number("observed"),
                        row.number("n"),
                        row.number("expected"),
                        row.number("variance")))
                .toList();
    }

    private static Transform transform(String name) {
        return switch (name) {
            case "sqrt" -> Transform.SQUARE_ROOT;
            case "log" -> Transform.LOG;
            default -> Transform.ARCSINE;
        };
    }

    private static Extremes extremes(Row row) {
        return row.text("treatment").equals("truncate")
                ? Extremes.truncate(row.number("share"))
                : Extremes.winsorise(row.number("share"));
    }
}
