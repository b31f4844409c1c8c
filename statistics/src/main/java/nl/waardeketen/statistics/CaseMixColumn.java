// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case-mix variable, with its value in every case-mix pattern. Arrays are taken over, not copied, and must not be
 * changed afterwards: patterns may number millions.
 */
public sealed interface CaseMixColumn {

    /** The level of a factor, and the indicator of a number, for patients of whom the value is missing. */
    String UNKNOWN = "unknown";

    /** Name of the variable, as the user knows it. */
    String name();

    /** Whether two patterns have the same value. */
    boolean same(int pattern, int other);

    /** The same variable for some of the patterns, in the order of {@code patterns}. */
    CaseMixColumn select(int[] patterns);

    /** The values of this variable followed by those of the same variable elsewhere. */
    CaseMixColumn followedBy(CaseMixColumn other);

    /** How a number enters the model. */
    enum Form {
        LINEAR,
        /** x and x². */
        QUADRATIC,
        /** Natural cubic spline with four degrees of freedom. */
        SPLINE
    }

    /** A number; {@code NaN} is missing and enters the model as the mean of the known values plus an indicator. */
    record Numeric(String name, Form form, double[] values) implements CaseMixColumn {

        @Override
        public boolean same(int pattern, int other) {
            return Double.compare(values[pattern], values[other]) == 0;
        }

        @Override
        public Numeric select(int[] patterns) {
            var selected = Arrays.stream(patterns).mapToDouble(i -> values[i]).toArray();
            return new Numeric(name, form, selected);
        }

        @Override
        public Numeric followedBy(CaseMixColumn other) {
            var more = ((Numeric) other).values;
            var all = Arrays.copyOf(values, values.length + more.length);
            System.arraycopy(more, 0, all, values.length, more.length);
            return new Numeric(name, form, all);
        }
    }

    /** A category: {@code codes} are indexes in {@code levels}, of which the first is the reference. */
    record Factor(String name, List<String> levels, int[] codes) implements CaseMixColumn {
        private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
        private static final Comparator<String> LEVEL_ORDER = Comparator.<String, Boolean>comparing(UNKNOWN::equals)
                .thenComparing(level -> !isNumber(level))
                .thenComparing(level -> isNumber(level) ? Double.parseDouble(level) : 0)
                .thenComparing(CodePoints.ORDER);

        public Factor {
            levels = List.copyOf(levels);
        }

        /**
         * A factor whose values are {@code dictionary[codes[i]]}, {@code null} being missing. Levels that are numbers
         * come first, by size, then the others in code-point order; missing is the level {@link #UNKNOWN}, which comes
         * last and is the reference only if it is all there is.
         */
        public static Factor of(String name, List<@Nullable String> dictionary, int[] codes) {
            var texts = dictionary.stream()
                    .map(value -> Objects.requireNonNullElse(value, UNKNOWN))
                    .toList();
            var levels = texts.stream().distinct().sorted(LEVEL_ORDER).toList();
            var index = new HashMap<String, Integer>();
            levels.forEach(level -> index.put(level, index.size()));
            var level = texts.stream().mapToInt(index::get).toArray();
            return new Factor(
                    name, levels, Arrays.stream(codes).map(code -> level[code]).toArray());
        }

        @Override
        public boolean same(int pattern, int other) {
            return codes[pattern] == codes[other];
        }

        @Override
        public Factor select(int[] patterns) {
            return new Factor(
                    name, levels, Arrays.stream(patterns).map(i -> codes[i]).toArray());
        }

        @Override
        public Factor followedBy(CaseMixColumn other) {
            var more = (Factor) other;
            var dictionary = new ArrayList<@Nullable String>();
            Stream.of(levels, more.levels)
                    .flatMap(List::stream)
                    .forEach(level -> dictionary.add(level.equals(UNKNOWN) ? null : level));
            var shifted = Arrays.stream(more.codes).map(code -> code + levels.size());
            return of(
                    name,
                    dictionary,
                    IntStream.concat(Arrays.stream(codes), shifted).toArray());
        }

        private static boolean isNumber(String level) {
            return NUMBER.matcher(level).matches();
        }
    }
}
