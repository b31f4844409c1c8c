// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One way in which a row breaks a rule.
 *
 * @param condition when it does; unknown is no
 * @param rule which it breaks
 */
record RuleCase(String condition, String rule) {

    /** The first rule of these that a row breaks, else null. */
    static String first(List<RuleCase> cases) {
        return cases.stream()
                .map(each -> " WHEN " + each.condition + " THEN '" + each.rule + "'")
                .collect(Collectors.joining("", "CASE", " END"));
    }

    /** Whether a row breaks any of them; less work than to tell which. */
    static String any(List<RuleCase> cases) {
        return cases.stream().map(each -> "(" + each.condition + ")").collect(Collectors.joining(" OR "));
    }
}
