// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.List;
import java.util.Locale;
import nl.waardeketen.analytics.CheckReport.Outcome;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/**
 * How a check ended, in a sentence. Rows are counted out, so that no rounding hides one.
 *
 * @param text what it means
 */
record Verdict(Outcome outcome, Phrase sentence, Phrase text) {

    static Verdict of(StoredReport report, Locale locale) {
        var numbers = Numbers.in(locale);
        var all = numbers.count((double) report.rows());
        var sound = numbers.count((double) (report.rows() - report.quarantined()));
        var broken = numbers.count((double) report.quarantined());
        return switch (report.outcome()) {
            case PASS -> new Verdict(Outcome.PASS, Phrase.of("verdict.pass", all), Phrase.of("verdict.pass.text"));
            case PASS_WITH_QUARANTINE ->
                new Verdict(
                        Outcome.PASS_WITH_QUARANTINE,
                        report.quarantined() == 1
                                ? Phrase.of("verdict.part.one", sound, all)
                                : Phrase.of("verdict.part", sound, all, broken),
                        Phrase.of("verdict.part.text", numbers.percent((double) report.quarantined() / report.rows())));
            case FAIL -> fail(report, numbers);
        };
    }

    /**
     * What became of the delivery, once somebody decided on it.
     *
     * @param state how it stands in the history; one that still waits or cannot land is told by {@link #of}
     */
    static Verdict of(StoredReport report, String state, Locale locale) {
        return switch (state) {
            case "LANDED" -> landed(report, Numbers.in(locale));
            case "REPLACED" -> ended(report, "verdict.replaced", "verdict.replaced.text");
            case "TAKEN_BACK" -> ended(report, "verdict.taken-back", "verdict.taken-back.text");
            case "WITHDRAWN" -> ended(report, "verdict.withdrawn", "verdict.nothing-kept");
            case "EXPIRED" -> ended(report, "verdict.expired", "verdict.nothing-kept");
            default -> of(report, locale);
        };
    }

    private static Verdict landed(StoredReport report, Numbers numbers) {
        var all = numbers.count((double) report.rows());
        var sound = numbers.count((double) (report.rows() - report.quarantined()));
        return report.quarantined() == 0
                ? new Verdict(report.outcome(), Phrase.of("verdict.landed", all), Phrase.of("verdict.landed.text"))
                : new Verdict(
                        report.outcome(),
                        Phrase.of("verdict.landed.part", sound, all),
                        Phrase.of("verdict.landed.part.text", numbers.count((double) report.quarantined())));
    }

    private static Verdict ended(StoredReport report, String sentence, String text) {
        return new Verdict(report.outcome(), new Phrase(sentence, List.of()), new Phrase(text, List.of()));
    }

    private static Verdict fail(StoredReport report, Numbers numbers) {
        long stops = report.problems().stream()
                .filter(problem -> problem.severity() == Severity.STOP)
                .map(problem -> problem.rule() + problem.column() + problem.file())
                .distinct()
                .count();
        var sentence = report.tables().isEmpty()
                ? Phrase.of("verdict.unreadable")
                : stops == 1 ? Phrase.of("verdict.fail.one") : Phrase.of("verdict.fail", numbers.count((double) stops));
        return new Verdict(Outcome.FAIL, sentence, Phrase.of("verdict.fail.text"));
    }
}
