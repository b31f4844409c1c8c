// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.Patterns;
import org.junit.jupiter.api.Test;

/** What a release does where the case-mix model has no answer of maximum likelihood. */
class StandardTests {
    /** Twenty patients who are not frail, five with the event; ten who are, none with it. */
    private static final double[] PATIENTS = {20, 10};

    private static final double[] EVENTS = {5, 0};
    private static final CaseMixColumn FRAIL =
            new CaseMixColumn.Numeric("frail", CaseMixColumn.Form.LINEAR, new double[] {0, 1});

    private static Indicator indicator(Measure kind) {
        return MadeUpSet.of("made-up", "Verzonnen", "Made up").indicators().stream()
                .filter(indicator -> indicator.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Standard of(Measure kind, CaseMixColumn... columns) {
        return Standard.of(indicator(kind), new Patterns(List.of(columns), PATIENTS, PATIENTS, EVENTS, EVENTS));
    }

    /** The odds ratio is that of half a patient more everywhere; as many events are expected as there were. */
    @Test
    void penalisesAModelWhoseVariableSeparates() {
        var standard = of(Measure.PROPORTION, FRAIL);

        assertThat(Objects.requireNonNull(standard.model()).form()).isEqualTo(ModelForm.PENALISED);
        double others = standard.rates()[0];
        double frail = standard.rates()[1];
        assertThat(others / (1 - others) / (frail / (1 - frail))).isCloseTo(5.5 / 15.5 / (0.5 / 10.5), within(1e-6));
        assertThat(20 * others + 10 * frail).isCloseTo(5, within(1e-9));
        assertThat(standard.rate()).isEqualTo(5.0 / 30);
        assertThat(standard.remarks()).containsExactly("case-mix.penalised:frail");
    }

    @Test
    void keepsWhatWasLeftOutBeforeAmongTheRemarksOfAPenalisedModel() {
        var same = new CaseMixColumn.Numeric("same", CaseMixColumn.Form.LINEAR, new double[] {3, 3});

        var standard = of(Measure.PROPORTION, same, FRAIL);

        assertThat(standard.remarks()).containsExactly("case-mix.constant:same", "case-mix.penalised:frail");
    }

    @Test
    void penalisesNoCountButLeavesTheVariableOut() {
        var standard = of(Measure.COUNT, FRAIL);

        assertThat(standard.rates()).containsExactly(new double[] {5.0 / 30, 5.0 / 30}, within(1e-12));
        assertThat(standard.remarks())
                .hasSize(1)
                .allSatisfy(remark -> assertThat(remark)
                        .startsWith("case-mix.")
                        .endsWith(":frail")
                        .doesNotContain("penalised"));
    }

    @Test
    void takesOneRateWhereNobodyHasTheEvent() {
        var none = new double[] {0, 0};

        var standard = Standard.of(
                indicator(Measure.PROPORTION), new Patterns(List.of(FRAIL), PATIENTS, PATIENTS, none, none));

        assertThat(standard.model()).isNull();
        assertThat(standard.rates()).containsExactly(0, 0);
        assertThat(standard.remarks()).isEmpty();
    }
}
