// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.waardeketen.commands.GivenStays.HEADER;
import static nl.waardeketen.commands.GivenStays.deliveryId;
import static nl.waardeketen.commands.GivenStays.file;
import static nl.waardeketen.commands.GivenStays.landedRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same stays land the same, however the file is written; and files that hold none do not land. */
class DeliveredFormTests {
    private static final String STAYS = file(20) + "zuid-é,P-1,2026-02-01,70,0,1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable GivenStays stays;
    private static List<String> expected = List.of();
    private static String last = "";

    @BeforeAll
    static void deliverThePlainFile() {
        stays = new GivenStays(folder);
        var run = stays().deliver(STAYS);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        expected = landedRows(run);
        last = deliveryId(run);
    }

    private static GivenStays stays() {
        return Objects.requireNonNull(stays);
    }

    private static void landsTheSame(byte[] content) {
        var run = stays().deliver(stays().write("stays.csv", content), "--replaces", last);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        last = deliveryId(run);
        assertThat(landedRows(run)).isEqualTo(expected);
    }

    private static void landsTheSame(String text) {
        landsTheSame(text.getBytes(UTF_8));
    }

    @Test
    void readsTabs() {
        landsTheSame(STAYS.replace(',', '\t'));
    }

    @Test
    void readsPipes() {
        landsTheSame(STAYS.replace(',', '|'));
    }

    @Test
    void readsSemicolons() {
        landsTheSame(STAYS.replace(',', ';'));
    }

    @Test
    void readsUtf16() {
        landsTheSame(("\uFEFF" + STAYS).getBytes(UTF_16LE));
    }

    @Test
    void readsWindows1252() {
        landsTheSame(STAYS.getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void readsByteOrderMarks() {
        landsTheSame("\uFEFF" + STAYS);
    }

    @Test
    void readsPackedFiles() {
        landsTheSame(GivenFiles.gzip(STAYS.getBytes(UTF_8)));
    }

    @Test
    void readsLineEndsOfWindows() {
        landsTheSame(STAYS.replace("\n", "\r\n"));
    }

    @Test
    void readsQuotedValues() {
        landsTheSame(STAYS.replaceAll("(?m)^(.+)$", "\"$1\"").replace(",", "\",\""));
    }

    @Test
    void readsDatesOfTheNetherlands() {
        landsTheSame(STAYS.replaceAll("(\\d{4})-(\\d\\d)-(\\d\\d)", "$3-$2-$1"));
    }

    @Test
    void refusesEmptyFiles() {
        assertThat(stays().refused(""))
                .singleElement()
                .asString()
                .startsWith("stays.csv: ")
                .contains("empty");
    }

    @Test
    void refusesFilesWithoutRows() {
        assertThat(stays().refused(HEADER))
                .containsExactly("stays.csv: the file has a header but no rows; add the rows  [file.no-rows]");
    }

    @Test
    void refusesFilesWithoutAColumnOfTheMapping() {
        assertThat(stays().refused(STAYS.replace("admitted", "date").replace(",age,", ",years,")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("stays.csv: ") || line.startsWith("stays.csv:1: "))
                .anyMatch(line -> line.contains("admitted"))
                .anyMatch(line -> line.contains("age"));
    }

    @Test
    void refusesRecordsOfAnotherLength() {
        assertThat(stays().refused(file(40) + "east,P-1\n"))
                .isNotEmpty()
                .anyMatch(line -> line.startsWith("stays.csv:42: "));
    }
}
