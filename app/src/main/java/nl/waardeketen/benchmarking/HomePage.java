// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What is new, what stands out and what is next, for the viewer's organisation.
 *
 * @param groups with a release, in the order of their titles
 * @param first where the next step lies; {@code null} when nothing stands out
 */
record HomePage(
        String organisation,
        String today,
        List<OverviewPage> groups,
        @Nullable OverviewPage first) {

    static HomePage of(Viewer viewer, List<OverviewPage> groups, Instant now, Locale locale) {
        var own = groups.stream()
                .filter(group -> group.selection().perspective().own())
                .toList();
        var first = own.stream()
                .filter(group -> group.standing().unfavourable() > 0)
                .findFirst()
                .or(() -> own.stream().filter(group -> group.next() != null).findFirst());
        return new HomePage(
                viewer.organisationName(), Dates.in(locale).day(now), List.copyOf(groups), first.orElse(null));
    }

    /** The row that the next step is about. */
    public IndicatorRow nextRow() {
        return Objects.requireNonNull(Objects.requireNonNull(first).next());
    }
}
