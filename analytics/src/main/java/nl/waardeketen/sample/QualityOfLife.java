// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Reported quality of life: two answers from 1 to 7, and their score from 0 to 100 (Fayers 2001). Codes only. */
final class QualityOfLife {
    private static final String INSTRUMENT = "QLQ-C30";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STEPS = BigDecimal.valueOf(12);

    private QualityOfLife() {}

    /** Of the sum of both answers. */
    static String score(int sum) {
        return BigDecimal.valueOf(sum - 2L)
                .multiply(HUNDRED)
                .divide(STEPS, 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static List<Measurement> answers(Episode<ColorectalJourney> episode) {
        var quality = episode.journey().course().quality();
        var answers = new ArrayList<Measurement>();
        add(
                answers,
                episode,
                "before",
                quality.before(),
                episode.journey().course().before().first() - 1);
        add(answers, episode, "3m", quality.after3(), quality.day3());
        add(answers, episode, "12m", quality.after12(), quality.day12());
        return answers;
    }

    private static void add(
            List<Measurement> answers, Episode<ColorectalJourney> episode, String moment, int sum, int day) {
        if (!episode.value(Column.named("qol_" + moment, ColorectalColumns.ALL)).isEmpty()) {
            answers.add(new Measurement(INSTRUMENT, "29", moment, (sum + 1) / 2, day));
            answers.add(new Measurement(INSTRUMENT, "30", moment, sum / 2, day));
        }
    }
}
