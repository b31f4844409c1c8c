// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one run of the command gave: exit code, standard output and standard error. */
record AdjustRun(int exitCode, String out, String err) {
    private static final Pattern PROBLEM = Pattern.compile(
            "(?<place>[^:]+(:\\d+)?): ((?<what>\\S+( \".*\")?): )?(?<text>.+); (?<remedy>.+)  (?<rule>\\[.+])");
    private static final Pattern MODEL_PROBLEM = Pattern.compile("(?<text>.+)(; .+)  (?<rule>\\[.+])");

    /** Runs the command with these arguments, as a shell would pass them. */
    static AdjustRun command(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = CommandLineInterface.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new AdjustRun(exitCode, out.toString(), err.toString());
    }

    /** Runs {@code adjust} on a file; options are parted by spaces. */
    static AdjustRun adjust(Path file, String options) {
        return adjust(file.toString(), options);
    }

    static AdjustRun adjust(String file, String options) {
        return command(Stream.concat(Stream.of("adjust", file), Stream.of(options.split(" ")))
                .toArray(String[]::new));
    }

    /** The answer of {@code adjust} in JSON. */
    static Answer answer(Path file, String options) {
        return adjust(file, options + " --format json").answer();
    }

    Answer answer() {
        assertThat(exitCode).as(err).isEqualTo(ExitCode.DONE);
        return new Answer(Json.object(out));
    }

    /** Lines of standard output. */
    List<String> lines() {
        assertThat(exitCode).as(err).isEqualTo(ExitCode.DONE);
        return out.lines().toList();
    }

    /** Lines of standard error of a run that did its work. */
    List<String> remarks() {
        assertThat(exitCode).as(err).isEqualTo(ExitCode.DONE);
        return err.lines().toList();
    }

    /**
     * Problems of a file that was refused, each as its place, column, value and rule: {@code input.csv:4 died "yes"
     * [outcome.not-a-number]}. Checks that nothing was printed as a result, and that each has a text and a remedy.
     */
    List<String> problems() {
        requireRefused();
        return err.lines().map(AdjustRun::shortened).toList();
    }

    /** Codes of the reasons why the data do not support the model that was asked for. */
    List<String> modelProblems() {
        requireRefused();
        return err.lines()
                .map(line -> {
                    var parts = MODEL_PROBLEM.matcher(line);
                    assertThat(parts.matches()).as(line).isTrue();
                    return parts.group("rule");
                })
                .toList();
    }

    /** What is said about wrong usage. */
    String usageError() {
        assertThat(exitCode).as(err).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out).isEmpty();
        return err;
    }

    private void requireRefused() {
        assertThat(exitCode).as(err).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(out).isEmpty();
    }

    private static String shortened(String line) {
        var parts = PROBLEM.matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        var what = parts.group("what");
        return parts.group("place") + " " + (what == null ? "" : what + " ") + parts.group("rule");
    }
}
