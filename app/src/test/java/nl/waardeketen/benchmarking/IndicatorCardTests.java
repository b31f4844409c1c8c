// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static nl.waardeketen.benchmarking.MadeUpPages.DOOR;
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

/** What the cards of an indicator say of subgroups, chance, the model and the largest values. */
class IndicatorCardTests {

    @Test
    void putsValueAndIntervalOfEveryPeriodOnOneScale() {
        var selection = selection("colon", MadeUpDoor.OWN, null);
        var delirium = selection.set().indicator("delirium").orElseThrow();
        var rate = MadeUpRelease.standard(delirium);

        assertThat(DOOR.results(selection.release().id(), "delirium", ""))
                .hasSizeGreaterThan(100)
                .allSatisfy(result -> {
                    var reading = selection.reading(delirium, result);
                    var own = reading.unit().own();
                    assertThat(reading.adjusted()).isCloseTo(reading.unit().ratio() * rate, Offset.offset(1e-12));
                    assertThat(reading.adjustedInterval().low()).isCloseTo(own.low() * rate, Offset.offset(1e-12));
                });
    }

    @Test
    void saysWhatANextPatientMayExpect() {
        var page = indicator("colon", "delirium");

        assertThat(page.own().next())
                .isEqualTo(0.17 * Math.sqrt(page.own().unit().ratio()));
        assertThat(page.next().value()).isEqualTo("21,0%");
        assertThat(page.next().band()).isEqualTo("19,5–22,4%");
        assertThat(indicator("hip", "co-management").next().value()).isNull();
    }

    @Test
    void givesNothingOfAnEstimateThatTellsTheOutcomeOfOthersWithFewPatients() {
        var page = indicator("hip", "delirium");

        assertThat(page.next().rows())
                .hasSize(6)
                .filteredOn(row -> row.next().equals("–"))
                .extracting(NextPatients.Row::name)
                .containsExactly("Ziekenhuis Wilgenoord");
        assertThat(csv(selection("hip", MadeUpDoor.OWN, null)).lines())
                .filteredOn(line -> line.contains(",delirium,") && line.contains("wilgenoord"))
                .singleElement()
                .asString()
                .endsWith(",too_few,,,,,,");
    }

    @Test
    void saysHowMuchOfTheDifferencesIsChance() {
        assertThat(indicator("colon", "delirium").certainty().chance())
                .isEqualTo(Phrase.of("certainty.differences", "38%"));
        assertThat(indicator("colon", "visits").certainty().chance())
                .isEqualTo(Phrase.of("certainty.differences.none"));
        assertThat(indicator("colon", "delirium").certainty().measures())
                .extracting(CertaintyCard.Measure::value)
                .containsExactly("0,240", "1,26", "0,017", "0,62");
        assertThat(indicator("colon", "visits").certainty().measures()).hasSize(2);
        assertThat(indicator("hip", "delirium").certainty().chance()).isNull();
        assertThat(indicator("rare", "delirium").certainty().chance()).isNull();
    }

    @Test
    void saysThatOfTwoHospitalsNeitherCanBeCalledUnusual() {
        var pair = indicator("pair", "delirium");

        assertThat(pair.certainty().others()).isEqualTo(Phrase.of("certainty.others.pair"));
        assertThat(pair.figures().meaning().key()).isEqualTo("meaning.watch.pair");
        assertThat(indicator("hip", "delirium").certainty().others()).isEqualTo(Phrase.of("certainty.others"));
        assertThat(indicator("rare", "delirium").certainty().others()).isNull();
    }

    @Test
    void saysForWhichPatientsItSpeaks() {
        var page = indicator("hip", "delirium", "oldest");

        assertThat(page.selection().patients()).isEqualTo("85 jaar en ouder");
        assertThat(page.figures().sentence().values().get(0)).isEqualTo("Delier tijdens opname (85 jaar en ouder)");
        assertThat(page.own().totals().n()).isEqualTo(173);
        assertThat(page.certainty().text()).isEqualTo(Phrase.of("certainty.subgroup"));
        assertThat(page.certainty().chance()).isNull();
        assertThat(page.selection().link("stay")).contains("subgroup=oldest");
        assertThat(page.selection().linkToAll("stay")).doesNotContain("subgroup");
        assertThat(csv(page.selection()).lines())
                .filteredOn(line -> line.contains(",delirium,"))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).contains(",oldest,85 jaar en ouder,delirium,"));
    }

    @Test
    void saysThatASubgroupHasTooFewOrNoPatients() {
        var few = indicator("hip", "delirium", "fit");
        var none = indicator("hip", "quality-of-life", "fit");

        assertThat(few.funnel()).isNull();
        assertThat(few.figures().meaning()).isEqualTo(Phrase.of("meaning.few.expected"));
        assertThat(none.hospitals()).isEmpty();
        assertThat(none.figures().meaning()).isEqualTo(Phrase.of("meaning.none.subgroup"));
        assertThat(none.own().result().subgroup()).isEqualTo("fit");
        assertThat(none.expectedPlace()).doesNotContain("NaN");
        assertThat(overview(selection("hip", MadeUpDoor.OWN, null, "fit"))
                        .standing()
                        .judged())
                .isPositive()
                .isLessThan(11);
    }

    @Test
    void saysWhatWasCutOfTheLargestValues() {
        assertThat(indicator("hip", "emergency").definition().cut())
                .isEqualTo(Phrase.of("definition.cut.of", "460\u00A0min", "7", "1.204\u00A0min"));
        assertThat(indicator("hip", "stay").definition().cut()).isNull();
        assertThat(indicator("hip", "delirium").definition().cut()).isNull();
    }

    @Test
    void saysHowWellTheModelPredicts() {
        var card = indicator("hip", "delirium").caseMix();
        var fit = Objects.requireNonNull(card.fit());

        assertThat(card.form()).isEqualTo(Phrase.of("casemix.form.PROPORTION"));
        assertThat(fit.slope()).isEqualTo("1,00");
        assertThat(fit.intercept()).isEqualTo("0,00");
        assertThat(fit.tenths()).hasSize(6).extracting(ModelFit.Tenth::patients).contains("510", "700");
        assertThat(card.terms())
                .extracting(CaseMixCard.Term::interval)
                .allMatch(text -> text.matches(".*\\d,\\d\\d.*"));
        assertThat(List.of(indicator("hip", "cost"), indicator("rare", "delirium")))
                .allSatisfy(page -> assertThat(page.caseMix().fit()).isNull());
    }

    @Test
    void saysWhyTheNumberChangedWithPartsThatAddUp() {
        var card = MadeUpPages.indicator("hip", "delirium").change();

        assertThat(card).isNotNull();
        assertThat(card.parts())
                .extracting(ChangeCard.Part::key)
                .containsExactly("change.late", "change.patients", "change.definition", "change.model");
        assertThat(card.parts().get(2).difference()).isEqualTo("0");
        assertThat(card.parts().get(0).difference()).startsWith("\u2212");
        assertThat(MadeUpPages.indicator("hip", "delirium", "oldest").change()).isNull();
    }

    @Test
    void tellsAPatientOfASubgroupWhatSuchPatientsMayExpect() {
        var next = MadeUpPages.indicator("hip", "delirium", "oldest").next();

        assertThat(next.value()).isNotNull();
        assertThat(next.rows()).isNotEmpty();
    }
}
