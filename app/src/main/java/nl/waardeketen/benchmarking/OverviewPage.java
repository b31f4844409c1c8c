// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.Indicator.Domain;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A patient group, seen from one organisation: every indicator with its judgement, per domain.
 *
 * @param next what to look at first; {@code null} when nothing stands out
 */
record OverviewPage(
        Selection selection,
        Phrase release,
        Phrase patients,
        Standing standing,
        Phrase answer,
        Phrase chance,
        List<Section> sections,
        boolean years,
        @Nullable IndicatorRow next) {

    /** The indicators of a domain. */
    record Section(Domain domain, Phrase standing, List<IndicatorRow> rows) {

        /** Key of its title. */
        public String key() {
            return "domain." + domain.name();
        }
    }

    /**
     * The page.
     *
     * @param results of all organisations in the period
     * @param history of the organisation looked from, in all periods
     */
    static OverviewPage of(Selection selection, List<Result> results, List<Result> history) {
        var rows = selection.set().indicators().stream()
                .map(indicator -> IndicatorRow.of(selection, indicator, of(indicator, results), of(indicator, history)))
                .toList();
        var standing = Standing.of(readings(rows));
        var release = selection.release();
        var hospitals = Set.copyOf(results.stream().map(Result::organisation).collect(Collectors.toSet()));
        return new OverviewPage(
                selection,
                Phrase.of(
                        "overview.release",
                        Dates.in(selection.locale()).date(release.computedAt()),
                        release.outcomeSet()),
                Phrase.of(
                        switch (hospitals.size()) {
                            case 0 -> "overview.patients.nobody";
                            case 1 -> "overview.patients.one";
                            default -> "overview.patients";
                        },
                        PeriodWords.dates(selection.period(), selection.locale()),
                        String.valueOf(hospitals.size())),
                standing,
                standing.answer(selection.perspective().who()),
                standing.byChance(selection.numbers()),
                sections(selection, rows),
                selection.trendPeriods().stream().noneMatch(period -> period.isQuarter()),
                next(rows).orElse(null));
    }

    /** The answer for another page, with the rows that stand out. */
    public List<IndicatorRow> notable() {
        return sections.stream()
                .flatMap(section -> section.rows.stream())
                .filter(row -> row.reading().standsOut())
                .toList();
    }

    private static List<Result> of(Indicator indicator, List<Result> results) {
        return results.stream()
                .filter(result -> result.indicator().equals(indicator.code()))
                .toList();
    }

    private static List<Section> sections(Selection selection, List<IndicatorRow> rows) {
        return Arrays.stream(Domain.values())
                .map(domain -> section(selection, domain, rows))
                .filter(section -> !section.rows.isEmpty())
                .toList();
    }

    private static Section section(Selection selection, Domain domain, List<IndicatorRow> rows) {
        var all = rows.stream()
                .filter(row -> row.reading().indicator().domain() == domain)
                .toList();
        var shown = all.stream()
                .filter(row -> !selection.notable() || row.reading().standsOut())
                .toList();
        return new Section(domain, Standing.of(readings(all)).shortly(), shown);
    }

    private static List<Reading> readings(List<IndicatorRow> rows) {
        return rows.stream().map(IndicatorRow::reading).toList();
    }

    /** The first that stands out the undesired way, else the first that stands out. */
    private static Optional<IndicatorRow> next(List<IndicatorRow> rows) {
        var notable = rows.stream().filter(row -> row.reading().standsOut()).toList();
        return notable.stream()
                .filter(row -> !row.reading().favourable())
                .findFirst()
                .or(() -> notable.stream().findFirst());
    }
}
