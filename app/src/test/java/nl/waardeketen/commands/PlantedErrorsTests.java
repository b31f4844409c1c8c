// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.StreamSupport;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The check finds every error that the sample planted, at its place and by its name, and no other. */
class PlantedErrorsTests {
    @ParameterizedTest
    @ValueSource(strings = {"hip-fracture", "colorectal-cancer"})
    void areAllReported(String group, @TempDir Path folder) throws IOException {
        var region = folder.resolve("region");
        SampleRegion.write(region, new SampleSize(3, 2, 40, 9, "2026Q3", true));
        var truth = JsonMapper.shared().readTree(Files.readString(region.resolve("truth.json")));
        var planted = StreamSupport.stream(truth.path("planted-errors").spliterator(), false)
                .filter(error -> error.path("file").asString().contains("-" + group + "-"))
                .toList();
        var delivery = Objects.requireNonNull(
                Path.of(planted.get(0).path("file").asString()).getParent());

        var run = command("check", region.resolve(delivery).toString());

        var reported =
                run.err().lines().filter(line -> line.contains("[value.")).toList();
        assertThat(planted).hasSizeGreaterThan(5);
        assertThat(reported).as(run.err()).hasSameSizeAs(planted);
        for (var error : planted) {
            assertThat(reported)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("episode.csv:" + error.path("line").asInt() + ": "
                                    + error.path("column").asString())
                            .endsWith("[" + error.path("rule").asString() + "]"));
        }
    }
}
