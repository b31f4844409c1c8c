// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTests {
    private static final String EPISODES = "age,died\n80,1\n70,0\n";

    private final Path folder;
    private final Scratch scratch = new Scratch();

    ZipTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        scratch.close();
    }

    static Path zip(Path file, Map<String, String> entries) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return file;
    }

    /** The parts of a workbook with these rows. */
    static Map<String, String> workbook(String rows) {
        var parts = new LinkedHashMap<String, String>();
        var types = "http://schemas.openxmlformats.org/package/2006/content-types";
        var relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + types + "\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\""
                        + " ContentType=\"" + mime
                        + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\""
                        + " ContentType=\"" + mime + "worksheet+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"r1\" Type=\"" + office
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><sheets><sheet"
                        + " name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"r1\"" + " Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private Path zip(Map<String, String> entries) throws IOException {
        return zip(folder.resolve("levering.zip"), entries);
    }

    private TableTexts read(Path file) throws IOException {
        return TableTexts.read(file, List.of("age"), scratch);
    }

    private List<String> rules(Path file) {
        return TableTexts.refusal(file, List.of("age"), null, scratch).stream()
                .map(Problem::rule)
                .toList();
    }

    private List<String> unpackingRules(Path file) {
        return catchThrowableOfType(InvalidInput.class, () -> ZipFolder.unpack(file, "levering.zip", scratch))
                .problems()
                .stream()
                .map(Problem::rule)
                .toList();
    }

    @Test
    void readsTheOnlyTable() throws IOException {
        var table =
                read(zip(Map.of("map/episode.csv", EPISODES, "__MACOSX/map/._episode.csv", "x", "LEESMIJ.pdf", "y")));

        assertThat(table.name()).isEqualTo("levering.zip/map/episode.csv");
        assertThat(table.rows()).containsExactly(List.of("80"), List.of("70"));
        assertThat(table.places()).containsExactly(2L, 3L);
    }

    @Test
    void takesBackslashesOfOldProgramsForFolders() throws IOException {
        assertThat(read(zip(Map.of("map\\episode.csv", EPISODES))).name()).isEqualTo("levering.zip/map/episode.csv");
    }

    @Test
    void readsTheOnlyTableWithTheColumns() throws IOException {
        var file = zip(Map.of("episode.csv", EPISODES, "datapackage.json", "{}", "patient.csv", "patient\n1\n"));

        assertThat(read(file).name()).isEqualTo("levering.zip/episode.csv");
    }

    @Test
    void readsTheEntryThatIsNamed() throws IOException {
        var file = zip(Map.of("q1.csv", EPISODES, "q2.csv", "age\n60\n"));

        assertThat(TableTexts.read(file, List.of("age"), "q2.csv", scratch).rows())
                .containsExactly(List.of("60"));
        assertThat(TableTexts.refusal(file, List.of("age"), "q3.csv", scratch))
                .extracting(Problem::rule)
                .containsExactly("zip.no-entry");
    }

    @Test
    void refusesToChooseBetweenTables() throws IOException {
        assertThat(rules(zip(Map.of("q1.csv", EPISODES, "q2.csv", EPISODES)))).containsExactly("zip.which");
        assertThat(rules(zip(Map.of("q1.csv", "a\n1\n", "q2.csv", "b\n1\n")))).containsExactly("zip.which");
        assertThat(rules(zip(Map.of("leesmij.pdf", "a")))).containsExactly("zip.empty");
        assertThat(rules(zip(Map.of()))).containsExactly("zip.empty");
    }

    @Test
    void readsAWorkbookInside() throws IOException {
        var book = zip(
                folder.resolve("b.xlsx"),
                workbook("<row><c t=\"inlineStr\"><is><t>age</t></is></c></row><row><c><v>5</v></c></row>"));
        var file = zip(Map.of("b.xlsx", Files.readString(book, StandardCharsets.ISO_8859_1)));

        assertThat(read(file).rows()).containsExactly(List.of("5"));
    }

    @Test
    void unpacksAFolderAsItIs() throws IOException {
        var file = zip(Map.of("pakket/datapackage.json", "{}", "pakket/episode.csv", EPISODES));

        var unpacked = ZipFolder.unpack(file, "levering.zip", scratch);

        assertThat(unpacked.resolve("datapackage.json")).hasContent("{}");
        assertThat(unpacked.resolve("episode.csv")).hasContent(EPISODES);
        assertThat(unpacked.startsWith(scratch.folder())).isTrue();
        assertThat(ZipFolder.is(file, "levering.zip")).isTrue();
        assertThat(ZipFolder.is(unpacked.resolve("episode.csv"), "episode.csv")).isFalse();
        assertThat(ZipFolder.is(zip(folder.resolve("b.xlsx"), workbook("")), "b.xlsx"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../episode.csv",
                "a/../../episode.csv",
                "/etc/episode.csv",
                "C:\\episode.csv",
                "a/./b.csv",
                "a//b.csv",
                "a\nb.csv"
            })
    void refusesNamesThatLeadElsewhere(String name) throws IOException {
        var file = zip(Map.of(name, EPISODES));

        assertThat(rules(file)).containsExactly("zip.path");
        assertThat(unpackingRules(file)).containsExactly("zip.path");
    }

    @Test
    void refusesLinks() throws IOException {
        var file = folder.resolve("links.zip");
        try (var out = new ZipArchiveOutputStream(file)) {
            var entry = new ZipArchiveEntry("episode.csv");
            entry.setUnixMode(0120777);
            out.putArchiveEntry(entry);
            out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }

        assertThat(rules(file)).containsExactly("zip.link");
    }

    @Test
    void refusesTheSameNameTwice() throws IOException {
        assertThat(rules(zip(Map.of("episode.csv", EPISODES, "Episode.CSV", EPISODES))))
                .containsExactly("zip.twice");
    }

    @Test
    void refusesLockedEntries() throws IOException {
        var file = zip(Map.of("episode.csv", EPISODES));
        var bytes = Files.readAllBytes(file);
        for (int i = 0; i + 4 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && (bytes[i + 2] == 1 || bytes[i + 2] == 3)) {
                bytes[i + (bytes[i + 2] == 1 ? 8 : 6)] |= 1;
            }
        }

        assertThat(rules(Files.write(file, bytes))).containsExactly("zip.locked");
    }

    @Test
    void refusesAZipInAZip() throws IOException {
        var inner = Files.readString(zip(Map.of("episode.csv", EPISODES)), StandardCharsets.ISO_8859_1);

        assertThat(rules(zip(Map.of("inner.zip", inner)))).containsExactly("zip.nested");
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        var entries = new LinkedHashMap<String, String>();
        for (int i = 0; i <= 1_000; i++) {
            entries.put("t" + i + ".csv", "");
        }

        assertThat(rules(zip(entries))).containsExactly("zip.too-many");
    }

    @Test
    void refusesWhatUnpacksToFarMore() throws IOException {
        var file = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("episode.csv"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }

        assertThat(rules(file)).containsExactly("zip.too-large");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void refusesAZipThatIsCutOff(double share) throws IOException {
        var whole = Files.readAllBytes(zip(Map.of("episode.csv", EPISODES.repeat(100))));
        var cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThat(rules(cut)).containsExactly("file.damaged");
    }

    @Test
    void refusesAnEntryWhoseBytesChanged() throws IOException {
        var file = folder.resolve("changed.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.setMethod(ZipOutputStream.STORED);
            var bytes = EPISODES.getBytes(StandardCharsets.UTF_8);
            var entry = new ZipEntry("episode.csv");
            entry.setSize(bytes.length);
            var sum = new CRC32();
            sum.update(bytes);
            entry.setCrc(sum.getValue());
            out.putNextEntry(entry);
            out.write(bytes);
        }
        var text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("80,1", "90,1");

        assertThat(rules(Files.writeString(file, text, StandardCharsets.ISO_8859_1)))
                .containsExactly("file.damaged");
    }

    @Test
    void refusesOtherOfficeFiles() throws IOException {
        for (var part : List.of("xl/workbook.bin", "content.xml", "word/document.xml")) {
            assertThat(rules(zip(Map.of(part, "x")))).containsExactly("file.kind");
        }
    }

    @Test
    void refusesAWorkbookInsideGzip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            Files.copy(zip(Map.of("episode.csv", EPISODES)), out);
        }

        assertThat(rules(Files.write(folder.resolve("episode.zip.gz"), bytes.toByteArray())))
                .containsExactly("file.kind");
    }
}
