// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A variable of an outcome set: how it is described, how often it gets lost, and what an episode says of it. */
final class Column<J extends Journey> {
    private final Field field;
    private final double lost;
    private final boolean followUp;
    private final Function<Episode<J>, String> value;

    Column(Field field, Function<Episode<J>, String> value) {
        this(field, 0, false, value);
    }

    private Column(Field field, double lost, boolean followUp, Function<Episode<J>, String> value) {
        this.field = field;
        this.lost = lost;
        this.followUp = followUp;
        this.value = value;
    }

    Column<J> required() {
        return new Column<>(field.mandatory(), lost, followUp, value);
    }

    /** Missing in this share of the rows of a mean hospital, whatever the value. */
    Column<J> lost(double share) {
        return new Column<>(field, share, followUp, value);
    }

    /** Missing too where the whole follow-up is. */
    Column<J> atFollowUp() {
        return new Column<>(field, lost, true, value);
    }

    /** Nothing where the condition does not hold. */
    Column<J> where(Predicate<Episode<J>> holds) {
        return new Column<>(field, lost, followUp, episode -> holds.test(episode) ? value.apply(episode) : "");
    }

    String code() {
        return field.name();
    }

    Field field() {
        return field;
    }

    double lost() {
        return lost;
    }

    boolean isFollowUp() {
        return followUp;
    }

    String value(Episode<J> episode) {
        return value.apply(episode);
    }

    /** The column of this code. */
    static <J extends Journey> Column<J> named(String code, List<Column<J>> columns) {
        return columns.stream()
                .filter(column -> column.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
