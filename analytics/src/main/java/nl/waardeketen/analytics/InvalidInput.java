// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/** The input has problems, all of them at once. */
public final class InvalidInput extends RuntimeException {
    private final List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(problems.size() + " problems in the input");
        this.problems = problems.stream().sorted(Problem.IN_FILE_ORDER).toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
