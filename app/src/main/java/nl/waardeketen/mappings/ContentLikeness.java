// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.web.Phrase;

/** What part of the values of a column can be values of a variable. */
final class ContentLikeness {
    /** Of a column of which nothing can be told: empty, or of a variable that takes any text. */
    static final double UNKNOWN = 0.5;

    /** Digits that happen to be codes say little: 1 and 2 are codes of everything. */
    private static final double CODES_ALONE = 0.7;

    private static final double OTHER_UNIT = 0.6;

    private ContentLikeness() {}

    /**
     * How many.
     *
     * @param value from 0 to 1; {@link #UNKNOWN} when nothing can be told
     */
    record Likeness(double value, Phrase reason) {}

    static Likeness of(DescribedVariable variable, ColumnProfile column) {
        if (column.missing() == column.rows()) {
            return new Likeness(UNKNOWN, Phrase.of("mapping.reason.empty"));
        }
        var shares = column.shares();
        return switch (variable.variable().type()) {
            case DATE -> dates(column);
            case TIME -> times(column);
            case INTEGER -> inRange(variable, column, shares.whole());
            case NUMBER -> inRange(variable, column, Math.min(1, shares.pointNumber() + shares.commaNumber()));
            case FLAG, CATEGORY -> codes(variable, column);
            case TEXT -> text(column);
        };
    }

    private static Likeness dates(ColumnProfile column) {
        var shares = column.shares();
        return shares.moment() > shares.date()
                ? new Likeness(0.6 * shares.moment(), Phrase.of("mapping.reason.moments"))
                : said(shares.date(), "mapping.reason.dates");
    }

    private static Likeness times(ColumnProfile column) {
        var shares = column.shares();
        return shares.date() > shares.moment()
                ? new Likeness(0.4 * shares.date(), Phrase.of("mapping.reason.only-dates"))
                : said(shares.moment(), "mapping.reason.moments");
    }

    private static Likeness inRange(DescribedVariable variable, ColumnProfile column, double numbers) {
        var low = variable.variable().low();
        var high = variable.variable().high();
        if (numbers > UNKNOWN && UnitProposals.isOut(variable, column)) {
            if (UnitProposals.of(variable, column).isPresent()) {
                return new Likeness(OTHER_UNIT, Phrase.of("mapping.reason.other-unit"));
            }
            return new Likeness(0.2 * numbers, Phrase.of("mapping.reason.out-of-range"));
        }
        return low != null && high != null && numbers > UNKNOWN
                ? new Likeness(numbers, Phrase.of("mapping.reason.in-range"))
                : said(0.9 * numbers, "mapping.reason.numbers");
    }

    private static Likeness codes(DescribedVariable variable, ColumnProfile column) {
        if (column.frequent().isEmpty()) {
            return new Likeness(0, Phrase.of("mapping.reason.many-values"));
        }
        var meant = new CodeProposals(variable).of(column);
        double share = CodeProposals.share(meant);
        boolean byTitle = meant.stream()
                .anyMatch(each -> each.ground() == CodeProposals.Ground.SAME_TITLE
                        || each.ground() == CodeProposals.Ground.NEAR_TITLE
                        || (each.ground() == CodeProposals.Ground.SAME_CODE
                                && each.value().matches(".*\\p{L}.*")));
        return byTitle ? said(share, "mapping.reason.titles") : said(CODES_ALONE * share, "mapping.reason.codes");
    }

    private static Likeness text(ColumnProfile column) {
        double dates = Math.max(column.shares().date(), column.shares().moment());
        return new Likeness(UNKNOWN * (1 - dates), Phrase.of("mapping.reason.text"));
    }

    private static Likeness said(double value, String key) {
        return new Likeness(
                value, value < 0.3 ? Phrase.of("mapping.reason.other-content") : new Phrase(key, List.of()));
    }
}
