// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition or a number over variables, as an outcome set writes it: parsed with the engine's own parser, checked
 * against what is allowed, and written anew from the tree, so that nothing of the text itself reaches a statement.
 *
 * @param sql the expression in standard SQL, every part in parentheses
 * @param variables the variables it uses
 */
public record Expression(String sql, Kind kind, Set<String> variables) {

    public Expression {
        variables = Set.copyOf(variables);
    }

    /** Whether what it gives can be the value of such a variable. */
    public boolean fits(Variable.Type type) {
        return kind.fits(Kind.of(type));
    }

    /** What an expression gives. */
    public enum Kind {
        CONDITION,
        NUMBER,
        TEXT,
        DATE,
        TIME,
        /** {@code NULL}, which fits everywhere. */
        NOTHING;

        static Kind of(Variable.Type type) {
            return switch (type) {
                case DATE -> DATE;
                case TIME -> TIME;
                case INTEGER, NUMBER -> NUMBER;
                case FLAG -> CONDITION;
                case CATEGORY, TEXT -> TEXT;
            };
        }

        boolean fits(Kind other) {
            return this == other || this == NOTHING || other == NOTHING;
        }
    }

    /** A function of the prelude that expressions may use. */
    record Function(List<Kind> takes, Kind gives) {}

    static final Map<String, Function> FUNCTIONS = Map.of(
            "days_between", new Function(List.of(Kind.DATE, Kind.DATE), Kind.NUMBER),
            "minutes_between", new Function(List.of(Kind.TIME, Kind.TIME), Kind.NUMBER),
            "date_of", new Function(List.of(Kind.TIME), Kind.DATE),
            "age_at", new Function(List.of(Kind.DATE, Kind.DATE), Kind.NUMBER));
}
