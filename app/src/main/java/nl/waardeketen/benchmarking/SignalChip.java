// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A judgement in words.
 *
 * @param tone how it is coloured
 * @param icon which way its arrow points
 * @param note whether it is desired, may be chance, or why there is none; {@code null} for as expected
 */
record SignalChip(
        String tone, String icon, Phrase title, @Nullable Phrase note) {

    static SignalChip of(Reading reading) {
        if (!reading.state().judged()) {
            var state = reading.state().name();
            return new SignalChip("few", "few", Phrase.of("signal." + state), Phrase.of("signal.note." + state));
        }
        boolean duration = reading.indicator().kind() == Measure.DURATION;
        var up = duration ? "longer" : "higher";
        var down = duration ? "shorter" : "lower";
        return switch (reading.unit().signal()) {
            case SIGNAL_HIGH -> standingOut(reading, "up", up);
            case SIGNAL_LOW -> standingOut(reading, "down", down);
            case WATCH_HIGH -> watched("up", up);
            case WATCH_LOW -> watched("down", down);
            default -> new SignalChip("plain", "level", Phrase.of("signal.none"), null);
        };
    }

    private static SignalChip standingOut(Reading reading, String icon, String word) {
        var judgement = reading.favourable() ? "favourable" : "unfavourable";
        return new SignalChip(judgement, icon, Phrase.of("signal.out." + word), Phrase.of("signal.note." + judgement));
    }

    private static SignalChip watched(String icon, String word) {
        return new SignalChip("plain", icon, Phrase.of("signal.watch." + word), Phrase.of("signal.note.chance"));
    }
}
