// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;

/** Page models of made-up releases. */
final class MadeUpPages {
    static final MadeUpDoor DOOR = new MadeUpDoor();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private MadeUpPages() {}

    private record Somebody(String organisation) implements Viewer {

        @Override
        public String account() {
            return "somebody";
        }

        @Override
        public String displayName() {
            return "Somebody";
        }

        @Override
        public String organisationName() {
            return "Own";
        }
    }

    static Selection selection(String group, String viewer, @Nullable String asked) {
        return selection(group, viewer, asked, "");
    }

    static Selection selection(String group, String viewer, @Nullable String asked, String subgroup) {
        var release = DOOR.release(group);
        var period = Selection.period(release, null);
        return new Selection(
                release,
                DOOR.require(group, "2026"),
                DOOR.models(release.id()),
                period,
                subgroup,
                Perspective.of(new Somebody(viewer), asked, DOOR.results(release.id(), period, ""), DOOR.all(), DUTCH),
                false,
                DUTCH);
    }

    static OverviewPage overview(Selection selection) {
        var release = selection.release().id();
        return OverviewPage.of(
                selection,
                DOOR.results(release, selection.period(), selection.subgroup()),
                DOOR.resultsOf(release, selection.perspective().organisation().code(), selection.subgroup()));
    }

    static IndicatorPage indicator(String group, String indicator) {
        return indicator(selection(group, MadeUpDoor.OWN, null), indicator);
    }

    static IndicatorPage indicator(String group, String indicator, String subgroup) {
        return indicator(selection(group, MadeUpDoor.OWN, null, subgroup), indicator);
    }

    static IndicatorPage indicator(Selection selection, String indicator) {
        var release = selection.release().id();
        return IndicatorPage.of(
                selection,
                selection.set().indicator(indicator).orElseThrow(),
                DOOR.results(release, indicator, selection.subgroup()),
                DOOR.results(release, selection.period(), selection.subgroup()),
                DOOR.changes(release, indicator));
    }

    static String csv(Selection selection) {
        var release = selection.release().id();
        var results = DOOR.results(release, selection.period(), selection.subgroup());
        return new String(ResultsCsv.of(selection, results), StandardCharsets.UTF_8);
    }
}
