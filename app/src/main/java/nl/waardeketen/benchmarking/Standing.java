// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;

/**
 * How many indicators stand out, and how many would by chance.
 *
 * @param all indicators
 * @param judged those with enough patients
 */
record Standing(int all, int judged, int favourable, int unfavourable) {
    /** Both sides of the limits that signal. */
    private static final double BY_CHANCE = 0.002;

    static Standing of(List<Reading> readings) {
        var notable = readings.stream().filter(Reading::standsOut).toList();
        int favourable = (int) notable.stream().filter(Reading::favourable).count();
        int judged = (int)
                readings.stream().filter(reading -> reading.state().judged()).count();
        return new Standing(readings.size(), judged, favourable, notable.size() - favourable);
    }

    public int notable() {
        return favourable + unfavourable;
    }

    /** The answer, in one sentence. */
    Phrase answer(Phrase who) {
        var counts = judged == 0 ? "unjudged" : notable() == 0 ? "none" : notable() == 1 ? "one" : "some";
        var sides = favourable == 0 ? ".unfavourable" : unfavourable == 0 ? ".favourable" : ".both";
        var key = "standing." + counts + (notable() == 0 ? "" : sides);
        return Phrase.of(key, text(notable()), text(all), text(unfavourable), text(favourable), who);
    }

    /** How many would stand out without any real difference. */
    Phrase byChance(Numbers numbers) {
        double expected = judged * BY_CHANCE;
        return expected < 0.05
                ? Phrase.of("standing.chance.less", numbers.decimal(0.1, 1), text(judged))
                : Phrase.of("standing.chance", numbers.decimal(expected, 1), text(judged));
    }

    /** Of a part of the table. */
    Phrase shortly() {
        return notable() == 0
                ? Phrase.of("standing.part.none", text(all))
                : Phrase.of(notable() == 1 ? "standing.part.one" : "standing.part.some", text(notable()), text(all));
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
