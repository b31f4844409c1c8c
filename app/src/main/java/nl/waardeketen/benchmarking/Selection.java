// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a page is about, as its address says.
 *
 * @param subgroup code of the subgroup, empty for all patients
 */
record Selection(
        Release release,
        OutcomeSet set,
        List<IndicatorModel> models,
        Period period,
        String subgroup,
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

    /** Title of the subgroup; {@code null} for all patients. */
    public @Nullable String patients() {
        return set.subgroup(subgroup).map(each -> each.title().in(locale)).orElse(null);
    }

    /** A title, with the subgroup behind it where one is chosen. */
    String titled(String title) {
        var patients = patients();
        return patients == null ? title : title + " (" + patients + ")";
    }

    Reading reading(Indicator indicator, Result result) {
        return new Reading(indicator, result, standard(indicator.code()));
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

    /** Newest first; of the years that end with a quarter only the last. */
    public List<Option> periods() {
        return release.periods().stream()
                .filter(each -> each.isQuarter()
                        || each.isYear()
                        || each.equals(release.reference())
                        || each.equals(release.current())
                        || each.equals(period))
                .sorted(Comparator.reverseOrder())
                .map(each -> new Option(each.toString(), PeriodWords.of(each), each.equals(period)))
                .toList();
    }

    /** All patients, then the declared subgroups; nothing to choose where there are none. */
    public List<Option> subgroups() {
        var all = new Option("", Phrase.of("subgroup.all"), subgroup.isEmpty());
        var declared = set.subgroups().stream()
                .map(each -> new Option(
                        each.code(),
                        Phrase.of("subgroup.named", each.title().in(locale)),
                        each.code().equals(subgroup)))
                .toList();
        return declared.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(all), declared.stream()).toList();
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
        return link(page, onlyNotable, subgroup);
    }

    /** The same page of all patients. */
    public String linkToAll(String page) {
        return link(page, notable, "");
    }

    private String link(String page, boolean onlyNotable, String subgroup) {
        var link = UriComponentsBuilder.fromPath("/benchmark").pathSegment(release.group());
        if (!page.isEmpty()) {
            link.pathSegment(page.split("/"));
        }
        link.queryParam("period", "{period}");
        var values = new HashMap<String, Object>(Map.of("period", period.toString()));
        if (!subgroup.isEmpty()) {
            link.queryParam("subgroup", "{subgroup}");
            values.put("subgroup", subgroup);
        }
        if (!perspective.own()) {
            link.queryParam("organisation", "{organisation}");
            values.put("organisation", perspective.organisation().code());
        }
        if (onlyNotable) {
            link.queryParam("show", "notable");
        }
        return link.encode().buildAndExpand(values).toUriString();
    }

    /** On the scale of the reference period, on which adjusted values of all periods are. */
    private double standard(String indicator) {
        return model(indicator).map(model -> model.rate(subgroup)).orElse(Double.NaN);
    }
}
