// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Makes the columns of a patient group, each from what an episode says. */
final class Columns<J extends Journey> {

    Column<J> date(String code, ToIntFunction<Episode<J>> day) {
        return new Column<>(Field.of(code, FieldType.DATE), episode -> Moments.date(day.applyAsInt(episode)));
    }

    Column<J> time(String code, ToIntFunction<Episode<J>> minute) {
        return new Column<>(Field.of(code, FieldType.TIME), episode -> Moments.time(minute.applyAsInt(episode)));
    }

    Column<J> flag(String code, Predicate<Episode<J>> holds) {
        return new Column<>(Field.of(code, FieldType.FLAG), episode -> holds.test(episode) ? "1" : "0");
    }

    Column<J> integer(String code, int least, int most, ToIntFunction<Episode<J>> number) {
        return new Column<>(
                Field.between(code, FieldType.INTEGER, least, most), episode -> text(number.applyAsInt(episode)));
    }

    Column<J> number(String code, int least, int most, Function<Episode<J>, String> number) {
        return new Column<>(Field.between(code, FieldType.NUMBER, least, most), number);
    }

    /** Codes are the whole numbers from {@code least} to {@code most}. */
    Column<J> category(String code, int least, int most, ToIntFunction<Episode<J>> level) {
        var codes =
                IntStream.rangeClosed(least, most).mapToObj(Integer::toString).toList();
        return new Column<>(Field.category(code, codes), episode -> text(level.applyAsInt(episode)));
    }

    private static String text(int number) {
        return number == Moments.NONE ? "" : Integer.toString(number);
    }
}
