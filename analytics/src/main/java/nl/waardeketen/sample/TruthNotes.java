// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.Map;
import java.util.Set;

/**
 * What a patient group tells of its models.
 *
 * @param durations indicators whose model is on the log scale; the others are on that of log-odds
 * @param beside coefficients of what happens on the way, which is no case mix, by indicator and name
 * @param terms what terms and scales mean
 * @param dependence how what happens to a patient goes together
 */
record TruthNotes(
        Set<String> durations,
        Map<String, Map<String, Object>> beside,
        Map<String, Object> terms,
        Map<String, Object> dependence) {}
