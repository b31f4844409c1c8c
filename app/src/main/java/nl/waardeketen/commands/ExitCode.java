// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.List;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Severity;

/** What a command tells the shell. */
final class ExitCode {
    static final int DONE = 0;
    static final int INPUT_HAS_PROBLEMS = 1;
    static final int WRONG_USAGE = 2;
    static final int INTERNAL_FAULT = 3;

    private ExitCode() {}

    /** Of a delivery with these problems; what is only told keeps no row out. */
    static int of(List<Problem> problems) {
        return problems.stream().allMatch(problem -> problem.severity() == Severity.NOTE) ? DONE : INPUT_HAS_PROBLEMS;
    }
}
