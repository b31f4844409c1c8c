// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.SingleFile;
import nl.waardeketen.web.Wording;

/**
 * Everything an organisation needs to deliver an outcome set: a data package of CSV files and one of an Excel workbook, both
 * ready to be filled in, an example with made-up rows, a data dictionary in two languages, and a mapping to begin with.
 */
public final class DeliveryTemplate {
    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final OutcomeSet set;
    private final List<DeliveryTable> tables;
    private final String organisation;
    private final Wording wording;
    private final Locale locale;

    /**
     * Prepares the documents of a set.
     *
     * @param organisation code of the organisation that will deliver; empty when it fills that in itself
     * @param locale language of the workbook and the mapping
     */
    public DeliveryTemplate(OutcomeSet set, String organisation, Locale locale) {
        this.set = set;
        this.tables = DeliveryTables.of(set);
        this.organisation = organisation;
        this.locale = locale;
        this.wording = SingleFile.wording(locale);
    }

    /**
     * Writes them.
     *
     * @param folder empty
     * @param mapping whether to write a mapping to begin with as well
     */
    public void write(Path folder, boolean mapping) throws IOException {
        var csv = Files.createDirectories(folder.resolve("csv"));
        Files.writeString(
                csv.resolve("datapackage.json"),
                new PackageDocument(set, tables, organisation, PackageDocument.Basis.EMPTY).csv());
        for (var table : tables) {
            Files.writeString(csv.resolve(table.code() + ".csv"), header(table));
        }
        var excel = Files.createDirectories(folder.resolve("excel"));
        var workbook = set.code() + ".xlsx";
        Files.writeString(
                excel.resolve("datapackage.json"),
                new PackageDocument(set, tables, organisation, PackageDocument.Basis.EMPTY).workbook(workbook));
        try (var out = Files.newOutputStream(excel.resolve(workbook))) {
            new TemplateWorkbook(set, tables, wording, locale).write(out);
        }
        example(Files.createDirectories(folder.resolve(wording.of(TemplateWords.EXAMPLE))));
        Files.writeString(folder.resolve("gegevenswoordenboek.html"), new DataDictionary(set, tables).html(DUTCH));
        Files.writeString(folder.resolve("data-dictionary.html"), new DataDictionary(set, tables).html(Locale.ENGLISH));
        if (mapping) {
            Files.writeString(
                    folder.resolve(wording.of(TemplateWords.MAPPING)),
                    new MappingSkeleton(set, tables, wording, locale).yaml());
        }
    }

    private static String header(DeliveryTable table) {
        return DeliveryTable.PATIENT + ","
                + String.join(
                        ",", table.variables().stream().map(each -> each.code()).toList())
                + "\n";
    }

    private void example(Path folder) throws IOException {
        var episode = tables.stream()
                .filter(table -> table.code().equals(DeliveryTable.EPISODE))
                .toList();
        Files.writeString(
                folder.resolve("datapackage.json"),
                new PackageDocument(
                                set,
                                episode,
                                organisation.isEmpty() ? "voorbeeld" : organisation,
                                PackageDocument.Basis.MADE_UP)
                        .csv());
        Files.writeString(folder.resolve("episode.csv"), header(episode.get(0)) + ExampleRows.of(set));
    }
}
