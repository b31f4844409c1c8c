// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import nl.waardeketen.statistics.ChartType;
import nl.waardeketen.statistics.Judgement;
import nl.waardeketen.statistics.SpecialCause;

/** What control charts say, in words. */
final class ProcessWords {
    private ProcessWords() {}

    static String of(ChartType type) {
        return switch (type) {
            case XMR -> "XmR chart";
            case RUN -> "run chart";
            case P -> "p chart";
            case U -> "u chart";
            case C -> "c chart";
            case P_LANEY -> "p′ chart (Laney)";
            case U_LANEY -> "u′ chart (Laney)";
        };
    }

    static String of(Judgement judgement) {
        return switch (judgement) {
            case COMMON_CAUSE -> "common cause";
            case IMPROVEMENT -> "improvement";
            case CONCERN -> "concern";
            case SPECIAL_CAUSE -> "special cause";
            case EXCLUDED -> "excluded";
        };
    }

    static String of(SpecialCause rule) {
        return switch (rule) {
            case NONE -> "";
            case ABOVE_LIMIT -> "above limit";
            case BELOW_LIMIT -> "below limit";
            case TREND_UP -> "rising trend";
            case TREND_DOWN -> "falling trend";
            case TWO_OF_THREE_ABOVE -> "2 of 3 near upper limit";
            case TWO_OF_THREE_BELOW -> "2 of 3 near lower limit";
            case RUN_ABOVE -> "run above centre";
            case RUN_BELOW -> "run below centre";
            case FEW_CROSSINGS -> "few crossings";
        };
    }
}
