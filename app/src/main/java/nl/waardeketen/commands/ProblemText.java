// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.PrintWriter;
import java.util.List;
import nl.waardeketen.analytics.Problem;

/** Problems in words, one a line: place, what is wrong, what to do, rule. */
final class ProblemText {
    private static final int LONGEST_VALUE = 40;
    private static final int LONGEST_NAME = 120;

    private ProblemText() {}

    static void print(PrintWriter err, List<Problem> problems) {
        problems.forEach(problem -> err.println(Texts.plain(inWords(problem))));
    }

    private static String inWords(Problem problem) {
        var words = new StringBuilder(problem.file());
        if (problem.line() > 0 && problem.line() < Long.MAX_VALUE) {
            words.append(':').append(problem.line());
        }
        words.append(": ");
        if (!problem.column().isEmpty()) {
            words.append(Texts.shortened(problem.column(), LONGEST_NAME));
            words.append(
                    problem.value().isEmpty() ? "" : " \"" + Texts.shortened(problem.value(), LONGEST_VALUE) + '"');
            words.append(": ");
        }
        return words.append(problem.text() + "; " + problem.remedy() + "  [" + problem.rule() + "]")
                .toString();
    }
}
