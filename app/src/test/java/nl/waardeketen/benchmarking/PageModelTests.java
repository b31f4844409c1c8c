// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Viewer;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the pages say of made-up releases. */
class PageModelTests {
    private static final MadeUpDoor DOOR = new MadeUpDoor();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

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

    private static Selection selection(String group, String viewer, @Nullable String asked) {
        var release = DOOR.release(group);
        var period = Selection.period(release, null);
        return new Selection(
                release,
                DOOR.require(group, "2026"),
                DOOR.models(release.id()),
                period,
                "",
                Perspective.of(new Somebody(viewer), asked, DOOR.results(release.id(), period, ""), DOOR.all(), DUTCH),
                false,
                DUTCH);
    }

    private static OverviewPage overview(Selection selection) {
        var release = selection.release().id();
        return OverviewPage.of(
                selection,
                DOOR.results(release, selection.period(), ""),
                DOOR.resultsOf(release, selection.perspective().organisation().code(), ""));
    }

    private static IndicatorPage indicator(String group, String indicator) {
        var selection = selection(group, MadeUpDoor.OWN, null);
        var release = selection.release().id();
        return IndicatorPage.of(
                selection,
                selection.set().indicator(indicator).orElseThrow(),
                DOOR.results(release, indicator, ""),
                DOOR.results(release, selection.period(), ""));
    }

    private static IndicatorRow row(OverviewPage page, String code) {
        return page.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.reading().indicator().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksFromTheViewersOwnOrganisation() {
        var perspective = selection("hip", MadeUpDoor.OWN, "helmduin").perspective();

        assertThat(perspective.own()).isTrue();
        assertThat(perspective.organisation().code()).isEqualTo(MadeUpDoor.OWN);
        assertThat(perspective.inOrder().get(0).code()).isEqualTo(MadeUpDoor.OWN);
    }

    @Test
    void looksFromAChosenOrganisationWhereTheOwnHasNoResults() {
        assertThat(selection("hip", "insurer", "helmduin")
                        .perspective()
                        .organisation()
                        .code())
                .isEqualTo("helmduin");
        assertThat(selection("hip", "insurer", "elsewhere")
                        .perspective()
                        .organisation()
                        .name())
                .isEqualTo("Streekziekenhuis Kerspelland-Noorderkaap");
    }

    @Test
    void keepsTheStateOfThePageInItsLinks() {
        assertThat(selection("hip", MadeUpDoor.OWN, null).link("delirium"))
                .isEqualTo("/benchmark/hip/delirium?period=2025Q4..2026Q3");
        assertThat(selection("hip", "insurer", "helmduin").link("", true))
                .isEqualTo("/benchmark/hip?period=2025Q4..2026Q3&organisation=helmduin&show=notable");
    }

    @Test
    void countsWhatStandsOutAndWhatWouldByChance() {
        var page = overview(selection("hip", MadeUpDoor.OWN, null));

        assertThat(page.standing().all()).isEqualTo(14);
        assertThat(page.standing().judged()).isEqualTo(11);
        assertThat(page.standing().notable()).isEqualTo(page.notable().size()).isPositive();
        assertThat(page.chance()).isEqualTo(Phrase.of("standing.chance.less", "0,1", "11"));
        assertThat(new Standing(50, 50, 0, 0)
                        .byChance(selection("hip", "x", null).numbers()))
                .isEqualTo(Phrase.of("standing.chance", "0,1", "50"));
    }

    @Test
    void saysWhyThereIsNoFigure() {
        var page = overview(selection("hip", MadeUpDoor.OWN, null));

        assertThat(row(page, "wrong-side").value()).isEqualTo("–");
        assertThat(row(page, "wrong-side").glyph().word()).isEqualTo(Phrase.of("glyph.FEW_EXPECTED"));
        assertThat(row(page, "co-management").signal().title()).isEqualTo(Phrase.of("signal.VALUE_UNKNOWN"));
        assertThat(row(page, "mobility").sparse()).isTrue();
        assertThat(row(page, "delirium").sparse()).isFalse();
    }

    @Test
    void namesDirectionBeforeJudgement() {
        var page = overview(selection("hip", MadeUpDoor.OWN, null));

        assertThat(row(page, "delirium").signal().title()).isEqualTo(Phrase.of("signal.out.higher"));
        assertThat(row(page, "delirium").signal().note()).isEqualTo(Phrase.of("signal.note.unfavourable"));
        assertThat(row(page, "next-day").signal().note()).isEqualTo(Phrase.of("signal.note.favourable"));
        assertThat(row(page, "stay").signal().title()).isEqualTo(Phrase.of("signal.out.longer"));
    }

    @Test
    void givesNoOutcomeOfOthersWithTooFewPatients() {
        var page = indicator("hip", "delirium");
        var few = page.hospitals().stream()
                .filter(row -> row.name().equals("Ziekenhuis Wilgenoord"))
                .findFirst()
                .orElseThrow();

        assertThat(few.patients()).isEqualTo("24");
        assertThat(few.observed()).isEqualTo("–");
        assertThat(few.adjusted()).isEqualTo("–");
        assertThat(few.interval()).isNull();
        assertThat(page.funnel())
                .isNotNull()
                .satisfies(funnel -> assertThat(funnel.hidden()).containsExactly("Ziekenhuis Wilgenoord"));
    }

    @Test
    void drawsAFunnelOnlyOfWhatIsJudged() {
        assertThat(indicator("hip", "wrong-side").funnel()).isNull();
        assertThat(indicator("rare", "delirium").funnel()).isNotNull();
    }

    @Test
    void drawsLimitsThatNarrowWithSize() {
        for (var page : List.of(indicator("hip", "delirium"), indicator("colon", "stay"), indicator("hip", "cost"))) {
            var funnel = Objects.requireNonNull(page.funnel());
            var small =
                    funnel.curves().judging().apply(funnel.across().high() / 10).signal();
            var large = funnel.curves().judging().apply(funnel.across().high()).signal();

            assertThat(small.low()).isLessThan(large.low());
            assertThat(small.high()).isGreaterThan(large.high());
        }
    }

    @Test
    void drawsWiderLimitsThroughThoseOfTheOrganisations() {
        var funnel = Objects.requireNonNull(indicator("colon", "stay").funnel());

        assertThat(funnel.others()).isNotEmpty().allSatisfy(reading -> {
            var drawn =
                    funnel.curves().judging().apply(LimitCurves.size(reading)).signal();
            var own = reading.unit().limits().signal();
            assertThat(drawn.high()).isCloseTo(own.high(), Offset.offset(0.02));
            assertThat(drawn.low()).isCloseTo(own.low(), Offset.offset(0.02));
        });
    }

    @Test
    void saysThatTooFewHospitalsTellNothingOfOverdispersion() {
        assertThat(indicator("hip", "delirium").certainty().text()).isEqualTo(Phrase.of("certainty.few", "6", "10"));
        assertThat(indicator("rare", "delirium").certainty().text().key()).isEqualTo("certainty.single");
        assertThat(indicator("colon", "delirium").certainty().enough()).isTrue();
    }

    @Test
    void writesTheTableWithoutOutcomesOfThoseNotJudged() {
        var selection = selection("hip", MadeUpDoor.OWN, null);
        var csv = new String(
                ResultsCsv.of(selection, DOOR.results(selection.release().id(), selection.period(), "")),
                StandardCharsets.UTF_8);

        assertThat(csv.lines().filter(line -> line.contains(",delirium,"))).hasSize(6);
        assertThat(csv.lines().filter(line -> line.contains(",delirium,") && line.contains("wilgenoord")))
                .singleElement()
                .asString()
                .contains(",false,24,0,,3.98", ",,,,,,,0.198")
                .endsWith(",too_few");
    }
}
