// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the tables of one delivery are read and checked.
 *
 * @param tables each table at most once
 * @param checks rules over the variables of a row
 * @param patients what the column with patients holds
 * @param thresholds how far the delivery as a whole may go
 */
public record DeliveryPlan(List<TablePlan> tables, List<RowCheck> checks, Stage patients, List<Threshold> thresholds) {
    /** Names that a variable cannot have, because questions use them for something else. */
    private static final Set<String> RESERVED = Set.of(
            "organisation",
            "unit",
            "unit_code",
            "subgroups",
            "patient",
            "record",
            "pseudonym",
            "reasons",
            "rule",
            "value",
            "variable",
            "code",
            "rate");

    private static final Pattern RESERVED_FORM = Pattern.compile("t_.*|(c|p|q|x|y|code|pattern)[0-9]+");

    public DeliveryPlan {
        tables = List.copyOf(tables);
        checks = List.copyOf(checks);
        thresholds = List.copyOf(thresholds);
        if (tables.isEmpty()
                || tables.stream().map(each -> each.table().code()).distinct().count() < tables.size()) {
            throw new IllegalArgumentException("a delivery has one table or more, each once");
        }
    }

    /** A delivery of one table with hospitals' own identifiers, no rules of its own, and at most a twentieth of broken rows. */
    public static DeliveryPlan of(TablePlan table) {
        var broken = new Threshold(
                Threshold.Measure.BROKEN, table.table().code(), "", 0.05, Severity.STOP, Owner.DATA_STEWARD);
        return new DeliveryPlan(List.of(table), List.of(), Stage.IDENTIFIERS, List.of(broken));
    }

    /** The same delivery, held to other thresholds. */
    public DeliveryPlan heldTo(List<Threshold> others) {
        return new DeliveryPlan(tables, checks, patients, others);
    }

    /** Whether a variable cannot have this name, because questions use it for something else. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name) || RESERVED_FORM.matcher(name).matches();
    }

    /** What the column with patients holds. */
    public enum Stage {
        /** The identifiers that the sender uses. */
        IDENTIFIERS,
        /** What the sender made of them with its key: 64 hexadecimal digits. */
        FIRST_STAGE
    }

    /** Where a value comes from. */
    public sealed interface Source {
        /** The columns of the file that it needs. */
        List<String> fileColumns();
    }

    /** A column of the file, by the name in its header. */
    public record FromColumn(String column) implements Source {
        @Override
        public List<String> fileColumns() {
            return List.of(column);
        }
    }

    /** The same value for every row. */
    public record Constant(String value) implements Source {
        @Override
        public List<String> fileColumns() {
            return List.of();
        }
    }

    /**
     * An expression over columns of the file.
     *
     * @param inputs what the variables of the expression are: each one's type, and the column it is read from
     */
    public record Derived(Expression expression, List<Column> inputs) implements Source {
        public Derived {
            inputs = List.copyOf(inputs);
            var given = inputs.stream().map(input -> input.variable().code()).toList();
            if (!given.containsAll(expression.variables())
                    || inputs.stream().anyMatch(input -> !(input.source() instanceof FromColumn))) {
                throw new IllegalArgumentException("an expression without all its columns");
            }
        }

        @Override
        public List<String> fileColumns() {
            return inputs.stream()
                    .flatMap(input -> input.source().fileColumns().stream())
                    .toList();
        }
    }

    /**
     * One variable.
     *
     * @param codes what the file writes for each of some codes of the variable: file's text to code
     * @param reading how the file writes dates or measures, or {@code null} for the usual ways
     */
    public record Column(
            Variable variable,
            Source source,
            Map<String, String> codes,
            @Nullable Reading reading) {
        public Column {
            codes = Map.copyOf(codes);
        }

        public Column(Variable variable, Source source, Map<String, String> codes) {
            this(variable, source, codes, null);
        }
    }

    /**
     * How a file writes the values of a column.
     *
     * @param pattern of dates or times, as {@code strptime} knows them: {@code %d.%m.%Y}; {@code null} for the usual ways
     * @param factor by which a number is multiplied: {@code 0.0166667} for minutes as hours; 1 for none
     */
    public record Reading(@Nullable String pattern, double factor) {
        private static final Pattern DATE_PATTERN = Pattern.compile("([-/:. ,T]|%-?[YymbBdjHIMSfpz])+");

        public Reading {
            if (pattern != null && !DATE_PATTERN.matcher(pattern).matches()) {
                throw new IllegalArgumentException("not a pattern of dates: " + pattern);
            }
            if (!Double.isFinite(factor) || factor == 0) {
                throw new IllegalArgumentException("a factor of " + factor);
            }
        }
    }

    /** The plan of a table, if it is delivered. */
    public Stream<TablePlan> table(String code) {
        return tables.stream().filter(plan -> plan.table().code().equals(code));
    }
}
