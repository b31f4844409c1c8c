// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Commands on the shared home that tests of legal bases, objections, keys and retention give. */
final class Trust {
    private Trust() {}

    static String home() {
        return TestHome.shared().path().toString();
    }

    static AdjustRun objection(String what, Path patients, GivenStays stays, String organisation, String... more) {
        var arguments = new ArrayList<>(List.of(
                "objection",
                what,
                patients.toString(),
                "--home",
                home(),
                "--organisation",
                organisation,
                "--set",
                stays.group()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    static AdjustRun basis(GivenStays stays, String organisation, String... more) {
        var arguments = new ArrayList<>(List.of(
                "basis",
                "set",
                "--home",
                home(),
                "--organisation",
                organisation,
                "--set",
                stays.group(),
                "--purpose",
                "quality",
                "--ground",
                "public-health",
                "--document",
                "DPIA-1"));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    static AdjustRun release(GivenStays stays, String... more) {
        var arguments = new ArrayList<>(List.of("release", stays.group(), "--period", "2026", "--home", home()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    static AdjustRun rotate(GivenStays stays) {
        return command("keys", "rotate", stays.group(), "--home", home());
    }

    static AdjustRun verify() {
        return command("verify", "--home", home());
    }

    static void isDone(AdjustRun run) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
    }

    /** The first column of what the database holds, whoever it belongs to. */
    static List<String> all(String sql) {
        try (var connection = TestHome.shared().asSuperuser();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (answer.next()) {
                values.add(answer.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
