// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.CaseMixTerm;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.shared.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outcome sets that come with the program and its examples. */
class GivenOutcomeSetsTests {

    static List<OutcomeSet> sets() throws IOException {
        return List.of(
                OutcomeSetFiles.bundled("hip-fracture").orElseThrow(),
                OutcomeSetFiles.bundled("colorectal-cancer").orElseThrow(),
                OutcomeSetFiles.read(Path.of("../examples/medicare-stays/outcome-set.yaml")));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void sayEverythingInBothLanguages(OutcomeSet set) {
        var words = new ArrayList<Words>();
        set.episode().variables().forEach(variable -> words.add(variable.title()));
        set.rules().forEach(rule -> words.add(rule.words()));
        words.add(set.title());
        set.episode()
                .variables()
                .forEach(variable -> words.addAll(variable.categories().values()));
        for (var indicator : set.indicators()) {
            words.addAll(List.of(indicator.title(), indicator.populationWords(), indicator.numeratorWords()));
            assertThat(indicator.source()).isNotBlank();
        }

        assertThat(words).hasSizeGreaterThan(15).allSatisfy(each -> {
            assertThat(each.nl()).isNotBlank();
            assertThat(each.en()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("sets")
    void giveAFactForEveryIndicator(OutcomeSet set) {
        var facts = IndicatorFacts.plan(set, Period.year(2026)).indicators();

        assertThat(facts).hasSameSizeAs(set.indicators());
        for (int i = 0; i < facts.size(); i++) {
            assertThat(facts.get(i).periodDate().code())
                    .isEqualTo(set.indicators().get(i).periodDate());
            assertThat(facts.get(i).caseMix()).isEqualTo(set.indicators().get(i).caseMix());
        }
    }

    @Test
    void makeACompositeOfItsPartsInTheDesiredDirection() throws IOException {
        var set = sets().get(0);
        var composite = IndicatorFacts.plan(set, Period.year(2026))
                .indicators()
                .get(set.indicators().size() - 1);

        assertThat(composite.measure().sql()).startsWith("((NOT delirium) AND (NOT (CASE WHEN ");
        assertThat(composite.measure().variables())
                .containsExactlyInAnyOrder(
                        "delirium", "followed_until", "death", "admission", "reoperation", "surgery_start");
        assertThat(composite.population().sql()).contains("(treatment <> '0')");
    }

    @Test
    void adjustHipFracturesForWhatIsKnownAtAdmission() throws IOException {
        var caseMix = sets().get(0).indicator("HIP-DEL").orElseThrow().caseMix();

        assertThat(caseMix)
                .extracting(term -> term.variable().code())
                .containsExactly("age", "sex", "asa", "residence", "mobility_before", "dementia", "fracture_type");
        assertThat(caseMix).first().extracting(CaseMixTerm::form).isEqualTo(CaseMixTerm.Form.QUADRATIC);
    }

    @Test
    void areFoundByTheirGroupOnly() throws IOException {
        assertThat(OutcomeSetFiles.bundled("no-such-group")).isEmpty();
        assertThat(OutcomeSetFiles.bundled("../db/migration")).isEmpty();
        assertThatThrownBy(() -> OutcomeSetFiles.read(Path.of("nowhere.yaml"))).isInstanceOf(InvalidInput.class);
    }
}
