// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.waardeketen.analytics.Compared.What;
import nl.waardeketen.analytics.Threshold.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A delivery of 1,000 episodes: 70 in quarantine, age given in 900 and 880 of these the same, 30 days ago. */
class DeliveryJudgementTests {
    private static final VariableReport AGE = new VariableReport("age", 900, 80, 20, 3, "70", 880, 60.0, 70.0, 80.0);
    private static final TableReport EPISODES = new TableReport("episode", "stays.csv", 1000, 70, List.of(AGE));
    private static final Problem ORDER = new Problem(
            "stays.csv", 4, "", "", "rule.order", "", "", "episode", Severity.QUARANTINE, 30, Owner.REGISTRATION);
    private static final DeliveryJudgement JUDGEMENT = new DeliveryJudgement(
            List.of(EPISODES),
            List.of(ORDER),
            List.of(
                    new Compared(What.ROWS, "episode", "", "", 50, 100),
                    new Compared(What.MEAN, "episode", "age", "", 70, 56),
                    new Compared(What.COMPLETE, "episode", "age", "", 0.9, 0.1)),
            Map.of("admission", 30.0));

    private static Threshold threshold(Measure measure, String subject, double limit) {
        return new Threshold(measure, "episode", subject, limit, Severity.STOP, Owner.REGISTRATION);
    }

    /** What lies on the limit is not beyond it. */
    @ParameterizedTest
    @CsvSource({
        "BROKEN, '', 0.07, 0.0699",
        "RULE, order, 0.03, 0.0299",
        "COMPLETE, age, 0.9, 0.9001",
        "UNCHANGED, age, 0.97777777777777777, 0.9777",
        "JUMP, '', 0.5, 0.4999",
        "JUMP, age, 0.25, 0.2499",
        "LATE, admission, 30, 29.9"
    })
    void saysWhatLiesBeyondItsLimit(Measure measure, String subject, double on, double beyond) {
        assertThat(JUDGEMENT.problems(List.of(threshold(measure, subject, on)))).isEmpty();

        assertThat(JUDGEMENT.problems(List.of(threshold(measure, subject, beyond))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo(measure.rule());
                    assertThat(problem.severity()).isEqualTo(Severity.STOP);
                    assertThat(problem.owner()).isEqualTo(Owner.REGISTRATION);
                    assertThat(threshold(measure, subject, 1).isOf(problem)).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({"BROKEN, '', 0.07", "RULE, order, 0.03", "COMPLETE, age, 0.9", "JUMP, age, 0.25", "LATE, admission, 30"
    })
    void measuresWhatWasCounted(Measure measure, String subject, double counted) {
        assertThat(JUDGEMENT.measured(threshold(measure, subject, 1)).orElseThrow())
                .isCloseTo(counted, within(1e-12));
    }

    @Test
    void saysNothingOfWhatWasNotDelivered() {
        assertThat(JUDGEMENT.measured(threshold(Measure.COMPLETE, "weight", 1))).isEqualTo(OptionalDouble.empty());
        assertThat(JUDGEMENT.problems(List.of(
                        threshold(Measure.COMPLETE, "weight", 1),
                        threshold(Measure.UNCHANGED, "weight", 0),
                        threshold(Measure.LATE, "discharge", 0))))
                .isEmpty();
    }

    @Test
    void takesFewValuesForNoSign() {
        var few = new TableReport(
                "episode",
                "stays.csv",
                99,
                0,
                List.of(new VariableReport("age", 99, 0, 0, 1, "70", 99, 70.0, 70.0, 70.0)));
        var fewRows = new TableReport("episode", "stays.csv", 49, 0, List.of());
        var jump = List.of(new Compared(What.ROWS, "episode", "", "", 49, 4900));

        assertThat(new DeliveryJudgement(List.of(few), List.of(), List.of(), Map.of())
                        .problems(List.of(threshold(Measure.UNCHANGED, "age", 0.5))))
                .isEmpty();
        assertThat(new DeliveryJudgement(List.of(fewRows), List.of(), jump, Map.of())
                        .problems(List.of(threshold(Measure.JUMP, "", 0))))
                .isEmpty();
    }

    @Test
    void comparesWithNothingBefore() {
        assertThat(new Compared(What.MEAN, "episode", "age", "", 0, 0).change()).isZero();
        assertThat(new Compared(What.MEAN, "episode", "age", "", 1, 0).change()).isInfinite();
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void refusesImpossibleLimits(Measure measure) {
        for (double limit : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> threshold(measure, "age", limit));
        }
        assertThat(measure.allows(1.01)).isEqualTo(measure.isBesideOthers());
    }

    @Test
    void comparesRowsByQuarterAndValuesThatAreStillTheMostFrequent() {
        var sex = new VariableReport("sex", 800, 200, 0, 2, "1", 600, null, null, null);
        var now = new TableReport("episode", "a.csv", 1000, 0, List.of(AGE, sex));
        var before = new TableReport(
                "episode",
                "b.csv",
                800,
                0,
                List.of(
                        new VariableReport("age", 400, 400, 0, 9, "71", 50, 50.0, 68.0, 90.0),
                        new VariableReport("sex", 800, 0, 0, 2, "1", 400, null, null, null)));

        assertThat(Compared.of(List.of(now), 1, List.of(before), 4))
                .containsExactly(
                        new Compared(What.ROWS, "episode", "", "", 1000, 200),
                        new Compared(What.COMPLETE, "episode", "age", "", 0.9, 0.5),
                        new Compared(What.MEAN, "episode", "age", "", 70, 68),
                        new Compared(What.COMPLETE, "episode", "sex", "", 0.8, 1),
                        new Compared(What.SHARE, "episode", "sex", "1", 0.75, 0.5));
    }
}
