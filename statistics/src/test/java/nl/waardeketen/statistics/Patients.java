// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;

/** A number of patients whose outcome and case mix follow from their index. */
record Patients(int count) {

    CaseMixColumn number(String name, IntToDoubleFunction value) {
        return number(name, Form.LINEAR, value);
    }

    CaseMixColumn number(String name, Form form, IntToDoubleFunction value) {
        return new Numeric(
                name, form, IntStream.range(0, count).mapToDouble(value).toArray());
    }

    /** Levels L0, L1 and so on. */
    CaseMixColumn factor(String name, int levels, IntUnaryOperator level) {
        return new Factor(
                name,
                IntStream.range(0, levels).mapToObj(i -> "L" + i).toList(),
                IntStream.range(0, count).map(level).toArray());
    }

    /** Zero or one event each, so that y² equals y. */
    Patterns with(IntPredicate event, CaseMixColumn... caseMix) {
        var observed = IntStream.range(0, count)
                .mapToDouble(i -> event.test(i) ? 1 : 0)
                .toArray();
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return new Patterns(List.of(caseMix), ones, ones, observed, observed);
    }
}
