// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML document that a person wrote. Everything wrong with it is gathered, with its line, and told at once: reading goes
 * on after a problem with a value that does no harm, until {@link #refuse()}.
 */
public final class YamlDocument {
    private static final int MOST_ALIASES = 50;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final YamlMap root;

    private YamlDocument(String file, Node node) {
        this.file = file;
        this.root = YamlMap.of(this, node, "");
    }

    /**
     * Reads the text.
     *
     * @param file how to call the document in problems
     * @throws InvalidInput when it is no YAML
     */
    public static YamlDocument read(String file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                throw refused(file, 0, "the document is empty");
            }
            return new YamlDocument(file, node);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw refused(file, mark == null ? 0 : mark.getLine() + 1L, "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw refused(file, 0, "this is not YAML that can be read");
        }
    }

    private static InvalidInput refused(String file, long line, String text) {
        return new InvalidInput(List.of(
                new Problem(file, line, "", "", "yaml.unreadable", text, "check indentation, colons and quotes")));
    }

    public YamlMap root() {
        return root;
    }

    /** Takes note of something wrong at a node. */
    void problem(@Nullable Node node, String key, String value, String text, String remedy) {
        long line = node == null ? 0 : node.getStartMark().getLine() + 1L;
        problems.add(new Problem(file, line, key, value, "document.invalid", text, remedy));
    }

    /** Ends the reading if anything was wrong. */
    public void refuse() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
