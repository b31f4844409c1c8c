// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a page is about, as its address says. */
record Selection(
        Release release,
        OutcomeSet set,
        List<IndicatorModel> models,
        Period period,
        Perspective perspective,
        boolean notable,
        Locale locale) {

    /** A choice in a list. */
    record Option(String value, Phrase label, boolean chosen) {}

    /** The period of that name, or the one that a page opens with. */
    static Period period(Release release, @Nullable String asked) {
        return Optional.ofNullable(asked)
                .flatMap(Period::parse)
                .filter(release.periods()::contains)
                .orElseGet(release::current);
    }

    Numbers numbers() {
        return Numbers.in(locale);
    }

    public String title() {
        return set.title().in(locale);
    }

    Reading reading(Indicator indicator, Result result) {
        return new Reading(indicator, result, overall(indicator.code(), result));
    }

    Optional<IndicatorModel> model(String indicator) {
        return models.stream()
                .filter(model -> model.indicator().equals(indicator))
                .findFirst();
    }

    Optional<IndicatorModel.PeriodComparison> comparison(String indicator, Period of) {
        return model(indicator).stream()
                .flatMap(model -> model.comparisons().stream())
                .filter(comparison -> comparison.period().equals(of))
                .findFirst();
    }

    /** The periods of a trend: quarters where there are, else years; oldest first. */
    List<Period> trendPeriods() {
        var quarters =
                release.periods().stream().filter(Period::isQuarter).sorted().toList();
        return quarters.size() > 1
                ? quarters
                : release.periods().stream().filter(Period::isYear).sorted().toList();
    }

    /** Newest first. */
    public List<Option> periods() {
        return release.periods().stream()
                .sorted(Comparator.reverseOrder())
                .map(each -> new Option(each.toString(), PeriodWords.of(each), each.equals(period)))
                .toList();
    }

    public List<Option> organisations() {
        return perspective.visible().stream()
                .map(each -> new Option(each.code(), Phrase.of("who.named", each.name()), perspective.is(each.code())))
                .toList();
    }

    /** Address of a page below this group, in the same state. */
    public String link(String page) {
        return link(page, notable);
    }

    public String link(String page, boolean onlyNotable) {
        var link = UriComponentsBuilder.fromPath("/benchmark").pathSegment(release.group());
        if (!page.isEmpty()) {
            link.pathSegment(page.split("/"));
        }
        link.queryParam("period", "{period}");
        if (!perspective.own()) {
            link.queryParam("organisation", "{organisation}");
        }
        if (onlyNotable) {
            link.queryParam("show", "notable");
        }
        var values = perspective.own()
                ? new Object[] {period.toString()}
                : new Object[] {period.toString(), perspective.organisation().code()};
        return link.encode().buildAndExpand(values).toUriString();
    }

    private double overall(String indicator, Result result) {
        var unit = result.compared();
        return comparison(indicator, result.period())
                .map(IndicatorModel.PeriodComparison::overallRate)
                .orElseGet(() -> unit.ratio() > 0 ? unit.adjustedRate() / unit.ratio() : Double.NaN);
    }
}
