// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules that delivered values keep, in words. Their codes stand in {@link ValueRules}. */
enum DeliveryRule {
    ORGANISATION_MISSING("organisation.missing", "the organisation is missing", "fill it in"),
    PATIENT_MISSING("patient.missing", "the patient identifier is missing", "fill it in"),
    NOT_A_PSEUDONYM(
            "patient.not-a-pseudonym",
            "this is not what the first stage of a pseudonym looks like, 64 hexadecimal digits; nothing has landed",
            "make the whole file with waardeketen pseudonymise, or say that it holds identifiers"),
    FIRST_STAGE(
            "patient.first-stage",
            "this is no identifier but the first stage of a pseudonym; nothing has landed",
            "say so in the mapping, patient: {column: …, stage: first}, or in the package"),
    FROM_QUARANTINE(
            "patient.from-quarantine",
            "this is the pseudonym that the quarantine file has in the place of the patient; nothing has landed",
            "put the patient's own number back; the column line tells the row of the file it came from"),
    BSN(
            "identifier.bsn",
            "this looks like a citizen service number, which belongs in the column of the patient alone; nothing has landed",
            "empty it at the source and deliver again"),
    MISSING("value.missing", "a required value is missing", "fill it in"),
    NOT_A_DATE("value.not-a-date", "this is not a date", "write it as 2026-07-31 or 31-07-2026"),
    NOT_A_TIME("value.not-a-time", "this is not a date with time", "write it as 2026-07-31T14:05"),
    NOT_A_NUMBER("value.not-a-number", "this is not a number", "repair or empty it"),
    NOT_WHOLE("value.not-whole", "this is not a whole number", "repair or empty it"),
    NOT_A_FLAG("value.not-a-flag", "this is neither yes nor no", "write 1 or 0"),
    TOO_LARGE("value.too-large", "this is larger than a million million", "check the value and its unit"),
    TOO_LOW("value.too-low", "this is below the smallest value allowed, %s", "check the value and its unit"),
    TOO_HIGH("value.too-high", "this is above the largest value allowed, %s", "check the value and its unit"),
    UNKNOWN_CODE("value.unknown-code", "this is not one of the codes %s", "recode it, or translate it in the mapping");

    private final String code;
    private final String text;
    private final String remedy;

    DeliveryRule(String code, String text, String remedy) {
        this.code = code;
        this.text = text;
        this.remedy = remedy;
    }

    static DeliveryRule of(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown rule " + code));
    }

    private Severity severity() {
        return switch (this) {
            case BSN, NOT_A_PSEUDONYM, FIRST_STAGE, FROM_QUARANTINE -> Severity.STOP;
            default -> Severity.QUARANTINE;
        };
    }

    Problem problem(String file, long line, String column, String value, @Nullable Variable variable, long times) {
        var words = variable == null ? text : words(variable);
        return new Problem(
                file,
                line,
                column,
                value,
                code,
                words + (times > 1 ? " (" + times + " rows)" : ""),
                remedy,
                "",
                severity(),
                times,
                Owner.DATA_STEWARD);
    }

    private String words(Variable variable) {
        return switch (this) {
            case TOO_LOW -> String.format(Locale.ROOT, text, plain(Objects.requireNonNull(variable.low())));
            case TOO_HIGH -> String.format(Locale.ROOT, text, plain(Objects.requireNonNull(variable.high())));
            case UNKNOWN_CODE -> String.format(Locale.ROOT, text, String.join(", ", variable.categories()));
            default -> text;
        };
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
