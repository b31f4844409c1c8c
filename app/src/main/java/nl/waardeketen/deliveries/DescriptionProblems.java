// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import tools.jackson.databind.JsonNode;

/** All that is wrong with the description of a package. */
final class DescriptionProblems {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    DescriptionProblems(String file) {
        this.file = file;
    }

    void add(String place, String value, String text, String remedy) {
        problems.add(new Problem(file, 0, place, value, "package.invalid", text, remedy));
    }

    /** A text that must be there; empty after a problem. */
    String text(JsonNode node, String key, String name) {
        var value = node.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            add(name, "", "this property is missing, or is no text", "add it");
            return "";
        }
        return value.asString().strip();
    }

    /** Ends the reading if anything was wrong. */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
