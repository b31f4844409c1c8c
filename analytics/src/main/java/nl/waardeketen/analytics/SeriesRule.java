// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/** The rules that rows of a series keep, in words. */
enum SeriesRule {
    SERIES_MISSING("by.missing", "the row does not say which series it belongs to", "fill it in, or leave the row out"),
    TIME_MISSING("time.missing", "the time is missing", "fill it in, or leave the row out"),
    TIME_UNREADABLE(
            "time.unreadable", "this is not a time of the same kind as the others", "write all times in one way"),
    TIME_TWICE(
            "time.twice",
            "several rows have this time",
            "make one row of them, or name the column that tells the series apart with --by"),
    VALUE_NOT_A_NUMBER(
            "value.not-a-number", "the value is not a finite number", "repair it, or empty it to leave the point out"),
    VALUE_TOO_LARGE("value.too-large", "the value is too large to compute with", "check the column"),
    VALUE_NEGATIVE("value.negative", "a count of events is negative", "repair it, or use --chart xmr"),
    VALUE_NOT_WHOLE(
            "value.not-whole",
            "a count of events is a whole number",
            "count events here and name their denominator with --denominator, or use --chart xmr"),
    VALUE_ABOVE(
            "value.above-denominator",
            "there are more events than cases",
            "check both columns, or use --chart u if one case can have more events"),
    DENOMINATOR_NOT_A_NUMBER(
            "denominator.not-a-number",
            "the denominator is missing or not a finite number",
            "repair it, or empty the value as well"),
    DENOMINATOR_TOO_LARGE("denominator.too-large", "the denominator is too large to compute with", "check the column"),
    DENOMINATOR_NEGATIVE("denominator.negative", "the denominator is negative", "repair it"),
    DENOMINATOR_NOT_WHOLE(
            "denominator.not-whole", "a number of cases is whole", "repair it, or use --chart u for an exposure"),
    DENOMINATOR_NONE("denominator.none", "there is a value, but the denominator is 0", "repair the denominator");

    private final String code;
    private final String text;
    private final String remedy;

    SeriesRule(String code, String text, String remedy) {
        this.code = code;
        this.text = text;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }

    String remedy() {
        return remedy;
    }
}
