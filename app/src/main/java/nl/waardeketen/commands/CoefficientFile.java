// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;

/** Coefficients from elsewhere: lines {@code name,estimate} after that header; a name with a comma stands between quotes. */
final class CoefficientFile {
    private static final String HEADER = "name,estimate";

    private final String file;
    private final Map<String, Double> coefficients = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private CoefficientFile(Path path) {
        file = String.valueOf(path.getFileName());
    }

    static boolean isThere(Path path) {
        return Files.isRegularFile(path) && Files.isReadable(path);
    }

    /** All coefficients by name; throws {@link InvalidInput} with all problems of the file. */
    static Map<String, Double> read(Path path) throws IOException {
        var found = new CoefficientFile(path);
        found.read(found.lines(path));
        if (!found.problems.isEmpty()) {
            throw new InvalidInput(found.problems);
        }
        return found.coefficients;
    }

    private List<String> lines(Path path) throws IOException {
        try {
            return Files.readAllLines(path);
        } catch (CharacterCodingException e) {
            refuse(0, "", "header", "is not a text in UTF-8", "save it as CSV UTF-8");
            return List.of(HEADER);
        }
    }

    private void read(List<String> lines) {
        var header = lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "").replace("\"", "");
        if (!header.strip().equals(HEADER)) {
            refuse(1, header, "header", "does not start with the header " + HEADER, "write that header");
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(i + 1, lines.get(i));
            }
        }
    }

    private void read(int line, String text) {
        int comma = text.lastIndexOf(',');
        var name = comma < 0 ? text : unquoted(text.substring(0, comma).strip());
        var estimate = comma < 0 ? "" : unquoted(text.substring(comma + 1).strip());
        if (name.isBlank()) {
            refuse(line, text, "name", "has no name", "write the name of the coefficient");
            return;
        }
        double value = number(estimate);
        if (!Double.isFinite(value)) {
            refuse(line, estimate, "number", "is not a number", "write an estimate with a decimal point");
        }
        if (coefficients.put(name, value) != null) {
            refuse(line, name, "twice", "is there twice", "keep one of them");
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void refuse(int line, String value, String rule, String text, String remedy) {
        var column = rule.equals("number") ? "estimate" : "name";
        problems.add(new Problem(file, line, column, value, "coefficients." + rule, text, remedy));
    }
}
