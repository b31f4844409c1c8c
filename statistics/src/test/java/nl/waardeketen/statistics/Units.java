// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Hospitals in a few words. */
final class Units {
    private Units() {}

    static UnitTotals count(String code, double observed, double expected) {
        return UnitTotals.given(Kind.COUNT, code, 100, observed, 100, expected);
    }

    static UnitTotals proportion(String code, long patients, double observed, double expected) {
        return UnitTotals.given(Kind.PROPORTION, code, patients, observed, (double) patients, expected);
    }

    /** Hospitals with 20 events expected that differ more than by chance. */
    static List<UnitTotals> spread(int hospitals) {
        return IntStream.range(0, hospitals)
                .mapToObj(i -> count("H%02d".formatted(i), 20 + (i % 2 == 0 ? 8 : -8) + i % 3, 20))
                .toList();
    }

    /** Hospitals, in a list to which others can be added, with exactly the 50 events that were expected. */
    static List<UnitTotals> asExpected(int hospitals) {
        var units = new ArrayList<UnitTotals>();
        IntStream.range(0, hospitals).forEach(i -> units.add(count("H%02d".formatted(i), 50, 50)));
        return units;
    }

    static ComparedUnit named(String code, Comparison comparison) {
        return comparison.units().stream()
                .filter(unit -> unit.totals().unit().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Overdispersion overdispersion(Comparison comparison) {
        return Objects.requireNonNull(comparison.overdispersion());
    }
}
