// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Units that can be turned into each other by a factor, in both languages. */
enum UnitOfMeasure {
    SECONDS("time", 1, "seconds|second|sec|seconden|seconde"),
    MINUTES("time", 60, "minutes|minute|min|minuten|minuut"),
    HOURS("time", 3600, "hours|hour|h|uur|uren"),
    DAYS("time", 86_400, "days|day|dagen|dag"),
    WEEKS("time", 604_800, "weeks|week|weken"),
    MONTHS("calendar", 1, "months|month|maanden|maand"),
    YEARS("calendar", 12, "years|year|jaar|jaren"),
    GRAMS("mass", 1, "grams|gram|g"),
    KILOGRAMS("mass", 1000, "kilograms|kilogram|kg|kilo"),
    MILLIMETRES("length", 1, "millimetres|millimetre|mm|millimeter"),
    CENTIMETRES("length", 10, "centimetres|centimetre|cm|centimeter"),
    METRES("length", 1000, "metres|metre|m|meter"),
    CENTS("money", 1, "cents|cent|eurocent"),
    EUROS("money", 100, "euros|euro|eur|€");

    private final String dimension;
    private final double size;
    /** With bars between, as an enumeration holds nothing that can change. */
    private final String names;

    UnitOfMeasure(String dimension, double size, String names) {
        this.dimension = dimension;
        this.size = size;
        this.names = names;
    }

    static Optional<UnitOfMeasure> named(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> List.of(unit.names.split("[|]", -1)).contains(plain))
                .findFirst();
    }

    /** By what a number in this unit is multiplied to be in the other; empty when they do not measure the same. */
    Optional<Double> into(UnitOfMeasure other) {
        return dimension.equals(other.dimension) ? Optional.of(size / other.size) : Optional.empty();
    }
}
