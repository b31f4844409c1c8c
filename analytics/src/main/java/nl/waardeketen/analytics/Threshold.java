// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a delivery as a whole may go.
 *
 * @param table whose rows it is about
 * @param subject the variable, or the code of the rule, that it is about; empty for the table as a whole
 * @param limit what may not be passed: a share from 0 to 1, a relative change, or days
 * @param severity what happens beyond it; {@link Severity#QUARANTINE} is of single rows, and so of no threshold
 */
public record Threshold(Measure measure, String table, String subject, double limit, Severity severity, Owner owner) {

    private static final double MOST = 1e6;

    /** What is measured of a delivery. */
    public enum Measure {
        /** Largest share of the rows of a table that may wait in quarantine. */
        BROKEN("broken", "delivery.too-many-broken", 1),
        /** Largest share of rows that may break one rule. */
        RULE("rule", "delivery.rule-too-often", 1),
        /** Smallest share of rows in which a variable is given. */
        COMPLETE("complete", "variable.incomplete", 1),
        /** Largest share of the given values of a variable that may be one and the same. */
        UNCHANGED("unchanged", "variable.unchanged", 1),
        /** Largest relative change against the delivery before. */
        JUMP("jump", "delivery.jump", MOST),
        /** Most days, in the median, between a date and its delivery. */
        LATE("late", "delivery.late", MOST);

        private final String word;
        private final String rule;
        private final double most;

        Measure(String word, String rule, double most) {
            this.word = word;
            this.rule = rule;
            this.most = most;
        }

        /** The code under which problems carry it. */
        public String rule() {
            return rule;
        }

        /** Whether the limit is a share of a whole or a relative change, and no number of days. */
        public boolean isRelative() {
            return this != LATE;
        }

        /** Whether it asks what was delivered before, or the calendar. */
        public boolean isBesideOthers() {
            return this == JUMP || this == LATE;
        }

        /** Whether a limit can be this. */
        public boolean allows(double limit) {
            return limit >= 0 && limit <= most;
        }

        /** The measure that problems of this rule are of. */
        public static Optional<Measure> ofRule(String rule) {
            return Arrays.stream(values())
                    .filter(measure -> measure.rule.equals(rule))
                    .findFirst();
        }
    }

    public Threshold {
        if (!measure.allows(limit) || severity == Severity.QUARANTINE) {
            throw new IllegalArgumentException("a threshold of " + limit + ", " + severity);
        }
    }

    /** Its stable name: {@code broken.episode}, {@code complete.episode.asa}, {@code rule.episode.death-before-surgery}. */
    public String code() {
        return measure.word + "." + table + (subject.isEmpty() ? "" : "." + subject);
    }

    /** The same with another limit. */
    public Threshold with(double other) {
        return new Threshold(measure, table, subject, other, severity, owner);
    }

    /** Whether what was measured lies beyond the limit. */
    public boolean isPassedBy(double measured) {
        return measure == Measure.COMPLETE ? measured < limit : measured > limit;
    }

    /** Whether a problem is of this threshold. */
    public boolean isOf(Problem problem) {
        return problem.rule().equals(measure.rule)
                && problem.table().equals(table)
                && problem.subject().equals(subject);
    }
}
