// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

/** What a command tells the shell. */
final class ExitCode {
    static final int DONE = 0;
    static final int INPUT_HAS_PROBLEMS = 1;
    static final int WRONG_USAGE = 2;
    static final int INTERNAL_FAULT = 3;

    private ExitCode() {}
}
