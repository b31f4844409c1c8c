// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** A categorical term of a model. A factor has levels from 1, of which the first is the reference; a flag is 0 or 1. */
enum Term {
    SEX("sex", admission -> admission.mix().sex() - 1),
    ASA("asa", admission -> admission.mix().asa() - 1),
    RESIDENCE("residence", admission -> admission.mix().residence() - 1),
    MOBILITY("mobility_before", admission -> admission.mix().mobility() - 1),
    FRACTURE("fracture_type", admission -> admission.mix().fracture() - 1),
    DEMENTIA(admission -> admission.mix().dementia(), "dementia"),
    WINTER(Admission::winter, "winter"),
    WEEKEND(Admission::weekend, "weekend"),
    EVENING(Admission::evening, "evening");

    private final String variable;
    private final boolean flag;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final ToIntFunction<Admission> index;

    Term(String variable, ToIntFunction<Admission> index) {
        this.variable = variable;
        this.flag = false;
        this.index = index;
    }

    Term(Predicate<Admission> holds, String variable) {
        this.variable = variable;
        this.flag = true;
        this.index = admission -> holds.test(admission) ? 1 : 0;
    }

    /** From 0, the reference. */
    int index(Admission admission) {
        return index.applyAsInt(admission);
    }

    /** The name that a fitted coefficient has. */
    String coefficient(int level) {
        return flag ? variable : variable + "=" + (level + 1);
    }
}
