// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.concepts.DescribedVariable;

/** In which unit a column may be whose numbers lie outside what the variable can be: minutes for hours, grams for kilograms. */
final class UnitProposals {
    private static final Map<String, List<Candidate>> OTHER_UNITS = Map.of(
            "seconds", List.of(new Candidate("minutes", 60)),
            "minutes", List.of(new Candidate("hours", 60), new Candidate("seconds", 1 / 60.0)),
            "hours", List.of(new Candidate("minutes", 1 / 60.0), new Candidate("days", 24)),
            "days", List.of(new Candidate("hours", 1 / 24.0), new Candidate("minutes", 1 / 1440.0)),
            "years", List.of(new Candidate("months", 1 / 12.0)),
            "months", List.of(new Candidate("years", 12)),
            "kg", List.of(new Candidate("grams", 0.001)),
            "cm", List.of(new Candidate("metres", 100), new Candidate("millimetres", 0.1)),
            "metres", List.of(new Candidate("centimetres", 0.01)),
            "euro", List.of(new Candidate("cents", 0.01)));

    private UnitProposals() {}

    private record Candidate(String unit, double factor) {}

    /** Whether the middle of the values lies outside the range of the variable. */
    static boolean isOut(DescribedVariable variable, ColumnProfile column) {
        return isOut(variable, column.spread().middle());
    }

    private static boolean isOut(DescribedVariable variable, double value) {
        var low = variable.variable().low();
        var high = variable.variable().high();
        return (low != null && value < low) || (high != null && value > high);
    }

    /** The unit with which the values would lie within the range; nothing where they do already, or the range is not known. */
    static Optional<String> of(DescribedVariable variable, ColumnProfile column) {
        var unit = variable.unit();
        if (unit == null || !isOut(variable, column)) {
            return Optional.empty();
        }
        return OTHER_UNITS.getOrDefault(unit.en().strip().toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(candidate -> !isOut(variable, column.spread().middle() * candidate.factor()))
                .map(Candidate::unit)
                .findFirst();
    }
}
