// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A term of a model: a factor has levels from 1, of which the first is the reference; a flag is 0 or 1; an amount counts
 * as often as it is.
 */
record Term<J extends Journey>(String variable, Kind kind, ToIntFunction<J> number) {
    private enum Kind {
        FACTOR,
        FLAG,
        AMOUNT
    }

    static <J extends Journey> Term<J> factor(String variable, ToIntFunction<J> level) {
        return new Term<>(variable, Kind.FACTOR, level);
    }

    static <J extends Journey> Term<J> flag(String variable, Predicate<J> holds) {
        return new Term<>(variable, Kind.FLAG, journey -> holds.test(journey) ? 1 : 0);
    }

    static <J extends Journey> Term<J> amount(String variable, ToIntFunction<J> amount) {
        return new Term<>(variable, Kind.AMOUNT, amount);
    }

    /** What it adds, of what every level but the reference adds; of levels that are left out, nothing. */
    double adds(J journey, double[] added) {
        int value = number.applyAsInt(journey);
        return switch (kind) {
            case FACTOR -> value == 1 || value > added.length + 1 ? 0 : added[value - 2];
            case FLAG -> value == 0 ? 0 : added[0];
            case AMOUNT -> value * added[0];
        };
    }

    /** The name that a fitted coefficient has; {@code index} counts the levels after the reference from 0. */
    String coefficient(int index) {
        return kind == Kind.FACTOR ? variable + "=" + (index + 2) : variable;
    }
}
