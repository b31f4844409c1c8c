// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static nl.waardeketen.benchmarking.MadeUpPages.csv;
import static nl.waardeketen.benchmarking.MadeUpPages.indicator;
import static nl.waardeketen.benchmarking.MadeUpPages.overview;
import static nl.waardeketen.benchmarking.MadeUpPages.selection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.waardeketen.web.Phrase;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the pages say of made-up releases. */
class PageModelTests {
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
    void drawsTheLimitsThatJudgedTheOwnOrganisation() {
        for (var page : List.of(
                indicator("hip", "delirium"),
                indicator("colon", "stay"),
                indicator("hip", "cost"),
                indicator("pair", "delirium"))) {
            var funnel = Objects.requireNonNull(page.funnel());
            var drawn = funnel.curves().judging().apply(LimitCurves.size(page.own()));
            var own = page.own().unit().limits();

            assertThat(drawn.watch().low()).isCloseTo(own.watch().low(), Offset.offset(1e-9));
            assertThat(drawn.watch().high()).isCloseTo(own.watch().high(), Offset.offset(1e-9));
            assertThat(drawn.signal().low()).isCloseTo(own.signal().low(), Offset.offset(1e-9));
            assertThat(drawn.signal().high()).isCloseTo(own.signal().high(), Offset.offset(1e-9));
        }
    }

    @Test
    void drawsLimitsThroughThoseOfAllWhereTheChosenOneIsNotJudged() {
        var funnel = Objects.requireNonNull(indicator(selection("colon", "insurer", "wilgenoord"), "delirium")
                .funnel());

        assertThat(funnel.own()).isNull();
        assertThat(funnel.others()).isNotEmpty();
        var typical = funnel.others().stream()
                .mapToDouble(reading -> funnel.curves()
                                .judging()
                                .apply(LimitCurves.size(reading))
                                .signal()
                                .high()
                        - reading.unit().limits().signal().high())
                .average();
        assertThat(typical).hasValueCloseTo(0.0, Offset.offset(0.03));
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
        var csv = csv(selection);

        assertThat(csv.lines().filter(line -> line.contains(",delirium,"))).hasSize(6);
        assertThat(csv.lines().filter(line -> line.contains(",delirium,") && line.contains("wilgenoord")))
                .singleElement()
                .asString()
                .contains(",false,24,0,,3.98", ",,,,,,,0.17,", ",too_few,");
    }
}
