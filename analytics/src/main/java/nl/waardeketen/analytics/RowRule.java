// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;

/** The rules that rows of a comparison keep, in words. Their codes stand in {@code outcome_problems.sql}. */
enum RowRule {
    UNIT_MISSING("unit.missing", "the unit is missing", "fill it in, or leave the row out"),
    OUTCOME_NOT_A_NUMBER(
            "outcome.not-a-number", "the outcome is not a number", "repair it, or empty it to leave the row out"),
    OUTCOME_NEGATIVE("outcome.negative", "the outcome is negative", "repair it, or empty it to leave the row out"),
    OUTCOME_NOT_0_OR_1(
            "outcome.not-0-or-1",
            "the outcome of a proportion is 0, 1, true or false",
            "recode it, name the number of patients with --trials, or use --kind count"),
    OUTCOME_NOT_WHOLE("outcome.not-whole", "a count is a whole number", "repair it, or use --kind duration"),
    OUTCOME_TOO_LARGE("outcome.too-large", "the outcome is larger than ten thousand million", "check the column"),
    TRIALS_NOT_A_NUMBER(
            "trials.not-a-number",
            "the number of trials is missing or not a number",
            "repair it, or empty the outcome as well"),
    TRIALS_NEGATIVE("trials.negative", "the number of trials is negative", "repair it"),
    TRIALS_NOT_WHOLE("trials.not-whole", "a number of trials is whole", "repair it"),
    TRIALS_TOO_LARGE("trials.too-large", "there are more than ten thousand million trials", "check the column"),
    TRIALS_FEWER("trials.fewer-than-events", "there are more events than trials", "check both columns"),
    EXPOSURE_NOT_A_NUMBER(
            "exposure.not-a-number",
            "the exposure is missing or not a number",
            "repair it, or empty the outcome as well"),
    EXPOSURE_NEGATIVE("exposure.negative", "the exposure is negative", "repair it"),
    EXPOSURE_NONE("exposure.none", "events without exposure", "repair the exposure"),
    EXPOSURE_TOO_LARGE("exposure.too-large", "the exposure is larger than ten thousand million", "check the column"),
    EXPECTED_NOT_A_NUMBER(
            "expected.not-a-number",
            "the expected value is missing or not a number",
            "repair it, or empty the outcome as well"),
    EXPECTED_NEGATIVE("expected.negative", "the expected value is negative", "repair it"),
    EXPECTED_NONE(
            "expected.none",
            "the expected value of a duration or a cost is 0",
            "repair it, or empty the outcome as well"),
    EXPECTED_TOO_LARGE(
            "expected.too-large", "the expected value is larger than ten thousand million", "check the column"),
    EXPECTED_ABOVE("expected.above-patients", "more events are expected than there are patients", "check both columns");

    private final String code;
    private final String text;
    private final String remedy;

    RowRule(String code, String text, String remedy) {
        this.code = code;
        this.text = text;
        this.remedy = remedy;
    }

    static RowRule of(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown rule " + code));
    }

    String text() {
        return text;
    }

    String remedy() {
        return remedy;
    }
}
