// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The true model of an outcome: what the case mix adds on the log-odds scale, or on the log scale for a duration.
 *
 * @param middle age from which years are counted
 * @param atReference value for a patient of that age at the reference of every term
 * @param perYear for every year above it
 * @param perSquaredYear for the square of the years above it
 */
record OutcomeModel<J extends Journey>(
        int middle, double atReference, double perYear, double perSquaredYear, Map<Term<J>, double[]> terms) {

    static <J extends Journey> OutcomeModel<J> of(
            int middle, double atReference, double perYear, double perSquaredYear) {
        return new OutcomeModel<>(middle, atReference, perYear, perSquaredYear, Map.of());
    }

    /** With a term: what every level but the reference adds; levels outside the population of the outcome may be left out. */
    OutcomeModel<J> with(Term<J> term, double... added) {
        var more = new LinkedHashMap<>(terms);
        more.put(term, added);
        return new OutcomeModel<>(middle, atReference, perYear, perSquaredYear, more);
    }

    double predictor(J journey) {
        double years = (double) journey.age() - middle;
        double sum = atReference + perYear * years + perSquaredYear * years * years;
        for (var term : terms.entrySet()) {
            sum += term.getKey().adds(journey, term.getValue());
        }
        return sum;
    }

    double share(J journey, double effect) {
        return Logit.share(predictor(journey) + effect);
    }

    /** By the names that a fit on age, its square and the variables gives them. */
    Map<String, Object> coefficients() {
        var named = new LinkedHashMap<String, Object>();
        named.put("(Intercept)", atReference - middle * perYear + middle * middle * perSquaredYear);
        named.put("age", perYear - 2 * middle * perSquaredYear);
        named.put("age^2", perSquaredYear);
        terms.forEach((term, added) -> {
            for (int index = 0; index < added.length; index++) {
                named.put(term.coefficient(index), added[index]);
            }
        });
        return named;
    }
}
