// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of an organisation, and where one begins another.
 *
 * @param answer what there is, in a sentence
 * @param problems why what was sent could not be taken in
 */
record MappingsPage(Phrase answer, List<Group> groups, String chosen, List<Row> rows, List<Problem> problems) {

    /** A patient group to make a mapping for. */
    record Group(String code, String title) {}

    /** A saved version; only the newest of a group is used again. */
    record Row(UUID id, String group, String title, int version, String savedAt, String savedBy, boolean newest) {}

    static MappingsPage of(
            List<OutcomeSet> sets,
            List<SavedMapping> saved,
            @Nullable String group,
            List<Problem> problems,
            Locale locale) {
        var groups = sets.stream()
                .map(set -> new Group(set.code(), set.title().in(locale)))
                .toList();
        long of = saved.stream().map(SavedMapping::group).distinct().count();
        return new MappingsPage(
                saved.isEmpty()
                        ? Phrase.of("mapping.list.none")
                        : Phrase.of(of == 1 ? "mapping.list.one" : "mapping.list.some", String.valueOf(of)),
                groups,
                group == null ? "" : group,
                saved.stream().map(each -> row(each, saved, groups, locale)).toList(),
                problems);
    }

    private static Row row(SavedMapping mapping, List<SavedMapping> all, List<Group> groups, Locale locale) {
        return new Row(
                mapping.id(),
                mapping.group(),
                groups.stream()
                        .filter(group -> group.code().equals(mapping.group()))
                        .map(Group::title)
                        .findFirst()
                        .orElse(mapping.group()),
                mapping.version(),
                Dates.in(locale).moment(mapping.savedAt()),
                mapping.savedBy(),
                all.stream()
                        .noneMatch(
                                other -> other.group().equals(mapping.group()) && other.version() > mapping.version()));
    }
}
