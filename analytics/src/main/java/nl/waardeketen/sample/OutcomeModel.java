// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The true model of an outcome: what the case mix adds on the log-odds scale, or on the log scale for a duration.
 *
 * @param atReference value for a patient of 80 years at the reference of every term
 * @param perYear for every year above 80
 * @param perSquaredYear for the square of the years above 80
 */
record OutcomeModel(double atReference, double perYear, double perSquaredYear, Map<Term, double[]> terms) {
    private static final int AGE = 80;

    static OutcomeModel of(double atReference, double perYear, double perSquaredYear) {
        return new OutcomeModel(atReference, perYear, perSquaredYear, Map.of());
    }

    /** With a term: what every level but the reference adds; levels outside the population of the outcome may be left out. */
    OutcomeModel with(Term term, double... added) {
        var more = new EnumMap<Term, double[]>(Term.class);
        more.putAll(terms);
        more.put(term, added);
        return new OutcomeModel(atReference, perYear, perSquaredYear, more);
    }

    double predictor(Admission admission) {
        double years = admission.mix().age() - AGE;
        double sum = atReference + perYear * years + perSquaredYear * years * years;
        for (var term : terms.entrySet()) {
            int level = term.getKey().index(admission);
            sum += level == 0 || level > term.getValue().length ? 0 : term.getValue()[level - 1];
        }
        return sum;
    }

    double share(Admission admission, double effect) {
        return Logit.share(predictor(admission) + effect);
    }

    /** By the names that a fit on age, its square and the variables gives them. */
    Map<String, Object> coefficients() {
        var named = new LinkedHashMap<String, Object>();
        named.put("(Intercept)", atReference - AGE * perYear + AGE * AGE * perSquaredYear);
        named.put("age", perYear - 2 * AGE * perSquaredYear);
        named.put("age^2", perSquaredYear);
        terms.forEach((term, added) -> {
            for (int level = 1; level <= added.length; level++) {
                named.put(term.coefficient(level), added[level - 1]);
            }
        });
        return named;
    }
}
