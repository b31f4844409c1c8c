// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import org.jspecify.annotations.Nullable;

/** The rule by which a point is more than common variation. */
public enum SpecialCause {
    NONE(0),
    ABOVE_LIMIT(1),
    BELOW_LIMIT(-1),
    /** Member of seven points or more, each higher than the one before. */
    TREND_UP(1),
    TREND_DOWN(-1),
    /** Near a limit, as at least two of three successive points are, all three on the same side of the centre. */
    TWO_OF_THREE_ABOVE(1),
    TWO_OF_THREE_BELOW(-1),
    /** Member of a run on one side of the centre: of seven or more (NHS), or longer than its limit (Anhøj). */
    RUN_ABOVE(1),
    RUN_BELOW(-1),
    /** The segment crosses its centre less often than chance would; this concerns all its points. */
    FEW_CROSSINGS(0);

    private final int direction;

    SpecialCause(int direction) {
        this.direction = direction;
    }

    /** What it means for a measure with this desired direction. */
    Judgement judgement(@Nullable Better better) {
        if (this == NONE) {
            return Judgement.COMMON_CAUSE;
        }
        if (better == null || direction == 0) {
            return Judgement.SPECIAL_CAUSE;
        }
        return (direction > 0) == (better == Better.UP) ? Judgement.IMPROVEMENT : Judgement.CONCERN;
    }

    static SpecialCause limit(int side) {
        return oneOf(side, ABOVE_LIMIT, BELOW_LIMIT);
    }

    static SpecialCause trend(int side) {
        return oneOf(side, TREND_UP, TREND_DOWN);
    }

    static SpecialCause twoOfThree(int side) {
        return oneOf(side, TWO_OF_THREE_ABOVE, TWO_OF_THREE_BELOW);
    }

    static SpecialCause run(int side) {
        return oneOf(side, RUN_ABOVE, RUN_BELOW);
    }

    private static SpecialCause oneOf(int side, SpecialCause above, SpecialCause below) {
        return side > 0 ? above : side < 0 ? below : NONE;
    }
}
