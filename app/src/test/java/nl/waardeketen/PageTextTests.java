// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages say nothing that is not in the message bundles, and the bundles say the same in both languages. */
class PageTextTests {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern TAG_OR_COMMENT =
            Pattern.compile("<!--.*?-->|<code>.*?</code>|<(?:\"[^\"]*\"|[^>\"])*>", Pattern.DOTALL);
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(title|alt|aria-label|placeholder|value)=\"[^\"]*\\p{L}");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern KEY_IN_SOURCE = Pattern.compile("Phrase\\.of\\(\\s*\"([a-z][\\w.-]*\\w)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static List<Path> templates() {
        return Sources.endingIn(".html");
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (Reader text = Files.newBufferedReader(RESOURCES.resolve(name))) {
            bundle.load(text);
        }
        return bundle;
    }

    @Test
    void saysNothingUntranslated() {
        assertThat(templates()).isNotEmpty().allSatisfy(template -> {
            var html = String.join("\n", Sources.lines(template));
            assertThat(TAG_OR_COMMENT.matcher(html).replaceAll(""))
                    .as("words of %s", template)
                    .doesNotContainPattern("\\p{L}");
            assertThat(html.replace("name=\"show\" value=\"notable\"", ""))
                    .as("attributes of %s", template)
                    .doesNotContainPattern(SPOKEN_ATTRIBUTE);
        });
    }

    @Test
    void saysTheSameInBothLanguages() throws IOException {
        var dutch = bundle("messages.properties");
        var english = bundle("messages_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(dutch.stringPropertyNames());
        assertThat(dutch.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(english.getProperty(key)))
                        .as("places of %s", key)
                        .isEqualTo(places(dutch.getProperty(key))));
    }

    @Test
    void hasWordsForEveryKey() throws IOException {
        var used = new TreeSet<String>();
        for (var template : templates()) {
            find(KEY_IN_TEMPLATE, template, used);
        }
        for (var source : Sources.endingIn(".java")) {
            find(KEY_IN_SOURCE, source, used);
        }

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(bundle("messages.properties").stringPropertyNames()).containsAll(used);
    }

    @Test
    void speaksWithoutVerdictsAndRankings() throws IOException {
        for (var bundle : List.of("messages.properties", "messages_en.properties")) {
            assertThat(bundle(bundle).values())
                    .allSatisfy(
                            text -> assertThat(text.toString())
                                    .doesNotContainPattern(
                                            "(?iu)\\b(slecht\\p{L}*|goed|beste|score|top|rood|groen|worst|best|bad|red|green)\\b"));
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void find(Pattern pattern, Path file, Set<String> found) {
        pattern.matcher(String.join("\n", Sources.lines(file))).results().forEach(key -> found.add(key.group(1)));
    }
}
