// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import org.junit.jupiter.api.Test;

/** What the page of deliveries hands out to begin with. */
class TemplateArchiveTests {
    private static OutcomeSet hip() throws IOException {
        return OutcomeSetFiles.bundled("hip-fracture").orElseThrow();
    }

    private static Map<String, String> contents(byte[] zip) throws IOException {
        var contents = new LinkedHashMap<String, String>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                contents.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    @Test
    void holdsAllDocumentsForTheOrganisationThatAsks() throws IOException {
        var contents = contents(TemplateArchive.zip(hip(), "waterlinie", Locale.forLanguageTag("nl")));

        assertThat(contents)
                .containsKeys(
                        "hip-fracture/csv/datapackage.json",
                        "hip-fracture/csv/episode.csv",
                        "hip-fracture/excel/hip-fracture.xlsx",
                        "hip-fracture/gegevenswoordenboek.html",
                        "hip-fracture/vertaaltabel.yaml");
        assertThat(contents.get("hip-fracture/csv/datapackage.json")).contains("waterlinie");
        assertThat(contents.get("hip-fracture/csv/episode.csv")).startsWith("patient,");
    }

    @Test
    void saysWhatEveryVariableMeansInTheLanguageOfTheViewer() throws IOException {
        assertThat(TemplateArchive.dictionary(hip(), Locale.ENGLISH)).contains("Known osteoporosis");
        assertThat(TemplateArchive.dictionary(hip(), Locale.forLanguageTag("nl")))
                .contains("Bekende botontkalking");
    }
}
