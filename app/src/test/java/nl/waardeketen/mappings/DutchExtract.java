// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Episodes of the sample region as a hospital's own system may give them: Dutch names, words for codes, Dutch dates. */
final class DutchExtract {
    static final String EVIL_NAME = "<img src=x onerror=alert(1)>";
    static final String EVIL_VALUE = "=HYPERLINK(\"http://example.org\";\"klik\")<script>alert(2)</script>";
    static final String FREQUENT_FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?";

    private static final List<String> NAMES = List.of(
            ("PatientNummer Opnamedatum AankomstSEH VertrekSEH Leeftijd Geslacht ASA_klasse Woonsituatie Mobiliteit_voor"
                            + " Katz_voor Dementie Osteoporose Ondervoeding Type_fractuur Zijde Behandeling Start_operatie"
                            + " Medebehandeling_geriater Gemobiliseerd Delier Behandeling_botontkalking Ontslagdatum"
                            + " Ontslagbestemming Datum_heroperatie Overlijdensdatum Gevolgd_tot Datum_nacontrole"
                            + " Mobiliteit_3_maanden Katz_3_maanden Woonsituatie_3_maanden Kosten")
                    .split(" "));
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "sex", Map.of("1", "Man", "2", "Vrouw"),
            "side", Map.of("1", "L", "2", "R"),
            "dementia", Map.of("0", "Nee", "1", "Ja"),
            "treatment", Map.of("0", "geen operatie", "4", "kophalsprothese", "3", "pen"));

    private DutchExtract() {}

    /** Writes it, separated by semicolons, with two columns that are nobody's. */
    static Path write(Path sample, Path file) throws IOException {
        return write(sample, file, NAMES, WORDS);
    }

    /** The same a quarter later: a column of another name, a code that was not there before. */
    static Path changed(Path sample, Path file) throws IOException {
        var names = new ArrayList<>(NAMES);
        names.set(names.indexOf("Geslacht"), "Geslacht_patient");
        names.set(names.indexOf("Osteoporose"), "Dexa");
        var words = new HashMap<>(WORDS);
        words.put("side", Map.of("1", "L", "2", "Beide"));
        return write(sample, file, names, words);
    }

    private static Path write(Path sample, Path file, List<String> names, Map<String, Map<String, String>> words)
            throws IOException {
        var lines = Files.readAllLines(sample);
        var codes = List.of(lines.get(0).split(","));
        var written = new ArrayList<String>();
        written.add(String.join(";", names) + ";" + EVIL_NAME + ";Opmerking");
        for (var line : lines.subList(1, lines.size())) {
            var values = line.split(",", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < values.length; i++) {
                var meant = words.getOrDefault(codes.get(i), Map.of()).getOrDefault(values[i], values[i]);
                row.put(codes.get(i), dutch(meant));
            }
            written.add(String.join(";", row.values()) + ";\"" + EVIL_VALUE.replace("\"", "\"\"") + "\";geen");
        }
        return Files.write(file, written);
    }

    private static String dutch(String value) {
        if (!value.matches(FREQUENT_FORM)) {
            return value;
        }
        var day = value.substring(8, 10) + "-" + value.substring(5, 7) + "-" + value.substring(0, 4);
        return value.length() > 10 ? day + " " + value.substring(11) : day;
    }
}
