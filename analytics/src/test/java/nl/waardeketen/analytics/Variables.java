// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Variables of a small made-up outcome set. */
final class Variables {
    static final Variable ADMISSION = of("admission", Variable.Type.DATE);
    static final Variable DISCHARGE = of("discharge", Variable.Type.DATE);
    static final Variable ARRIVAL = of("arrival", Variable.Type.TIME);
    static final Variable SURGERY = of("surgery", Variable.Type.TIME);
    static final Variable AGE = of("age", Variable.Type.INTEGER);
    static final Variable WEIGHT = of("weight", Variable.Type.NUMBER);
    static final Variable DIED = of("died", Variable.Type.FLAG);
    static final Variable DELIRIUM = of("delirium", Variable.Type.FLAG);
    static final Variable SEX = new Variable("sex", Variable.Type.CATEGORY, false, null, null, List.of("1", "2"));
    static final Variable REMARK = of("remark", Variable.Type.TEXT);

    static final Map<String, Variable> ALL =
            byCode(ADMISSION, DISCHARGE, ARRIVAL, SURGERY, AGE, WEIGHT, DIED, DELIRIUM, SEX, REMARK);

    private Variables() {}

    static Variable of(String code, Variable.Type type) {
        return new Variable(code, type, false, null, null, List.of());
    }

    static Variable required(Variable variable) {
        return new Variable(
                variable.code(), variable.type(), true, variable.low(), variable.high(), variable.categories());
    }

    static Variable within(Variable variable, @Nullable Double low, @Nullable Double high) {
        return new Variable(variable.code(), variable.type(), variable.required(), low, high, variable.categories());
    }

    private static Map<String, Variable> byCode(Variable... variables) {
        return Arrays.stream(variables).collect(Collectors.toMap(Variable::code, variable -> variable));
    }
}
