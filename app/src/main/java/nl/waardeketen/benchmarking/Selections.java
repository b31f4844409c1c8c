// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.Locale;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.concepts.Subgroup;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.Forbidden;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what a page is about. */
@Component
class Selections {
    private final Benchmarking benchmarking;
    private final OutcomeSets outcomeSets;
    private final Organisations organisations;

    Selections(Benchmarking benchmarking, OutcomeSets outcomeSets, Organisations organisations) {
        this.benchmarking = benchmarking;
        this.outcomeSets = outcomeSets;
        this.organisations = organisations;
    }

    /**
     * What the address of a page asks for.
     *
     * @param period {@code null} for the period that a page opens with
     * @param subgroup {@code null} for all patients
     * @param organisation from which to look, where the viewer's own has no results
     */
    record Asked(
            Viewer viewer,
            @Nullable String period,
            @Nullable String subgroup,
            @Nullable String organisation,
            @Nullable String show,
            Locale locale) {}

    /** Whether the viewer may see anything of a release. */
    boolean seesSome(Release release) {
        return !benchmarking.results(release.id(), release.reference(), "").isEmpty();
    }

    /** The subgroup that is asked for, if the outcome set declares it; else empty, for all patients. */
    String subgroup(Release release, Asked asked) {
        var code = asked.subgroup() == null ? "" : asked.subgroup();
        return set(release).subgroup(code).map(Subgroup::code).orElse("");
    }

    private OutcomeSet set(Release release) {
        return outcomeSets.require(release.group(), release.outcomeSet());
    }

    /**
     * The organisation to look from is found among the results.
     *
     * @param results of all patients, also when a subgroup is asked for
     * @throws Forbidden {@code release.unseen} when there are none that the viewer may see
     */
    Selection of(Release release, Asked asked, List<Result> results) {
        if (results.isEmpty()) {
            throw new Forbidden("release.unseen");
        }
        return new Selection(
                release,
                set(release),
                benchmarking.models(release.id()),
                Selection.period(release, asked.period()),
                subgroup(release, asked),
                Perspective.of(asked.viewer(), asked.organisation(), results, organisations.all(), asked.locale()),
                "notable".equals(asked.show()),
                asked.locale());
    }

    /** The overview of a group. */
    OverviewPage overview(Release release, Asked asked) {
        var period = Selection.period(release, asked.period());
        var all = benchmarking.results(release.id(), period, "");
        var selection = of(release, asked, all);
        var subgroup = selection.subgroup();
        var results = subgroup.isEmpty() ? all : benchmarking.results(release.id(), period, subgroup);
        var history = benchmarking.resultsOf(
                release.id(), selection.perspective().organisation().code(), subgroup);
        return OverviewPage.of(selection, results, history);
    }
}
