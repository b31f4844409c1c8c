// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs of {@code spc}. */
final class SpcRun {
    private SpcRun() {}

    /** Runs {@code spc} on a file; options are parted by spaces. */
    static AdjustRun spc(Path file, String options) {
        return AdjustRun.command(Stream.concat(
                        Stream.of("spc", file.toString()),
                        Stream.of(options.trim().split(" +", -1)))
                .toArray(String[]::new));
    }

    /** The lines of its CSV after the header, cut at commas. */
    static List<List<String>> rows(Path file, String options) {
        var rows = new ArrayList<List<String>>();
        for (var line : spc(file, options + " --format csv").lines()) {
            rows.add(List.of(line.split(",", -1)));
        }
        return rows.subList(1, rows.size());
    }

    /** One column of the CSV. */
    static List<String> column(Path file, String options, String name) {
        var run = spc(file, options + " --format csv").lines();
        int index = List.of(run.get(0).split(",", -1)).indexOf(name);
        return run.stream().skip(1).map(line -> line.split(",", -1)[index]).toList();
    }
}
