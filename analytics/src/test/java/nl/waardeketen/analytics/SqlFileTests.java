// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question keeps the contract in the comment that opens it. */
class SqlFileTests {
    private static final Path QUESTIONS = Path.of("src/main/resources/sql");
    private static final Pattern USED = Pattern.compile("SqlFile\\.named\\(\"([^\"]+)\"\\)");

    static List<String> names() throws IOException {
        try (var files = Files.walk(QUESTIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> QUESTIONS.relativize(file).toString().replace(".sql", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void opensWithWhatItAnswers(String name) {
        var contract = SqlContract.of(SqlFile.named(name));

        assertThat(contract.says()).as("what it answers").endsWith(".").hasSizeGreaterThan(10);
        assertThat(contract.reads()).as("reads").isNotEmpty();
        assertThat(contract.gives()).as("gives").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesTheParametersItSays(String name) {
        var file = SqlFile.named(name);

        assertThat(SqlContract.of(file).takes()).isEqualTo(new HashSet<>(file.parameters()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheTablesItSays(String name) {
        var contract = SqlContract.of(SqlFile.named(name));

        assertThat(contract.tables())
                .allSatisfy(table ->
                        assertThat(contract.statement()).containsPattern("\\b(FROM|JOIN)\\s+" + table + "\\b"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isOneSelect(String name) {
        var statement = SqlContract.of(SqlFile.named(name)).statement();

        assertThat(statement).matches("(?s)(SELECT|WITH)\\b.*").doesNotContain(";", "::");
    }

    @Test
    void isUsedBySomeClass() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(source)).results().forEach(result -> used.add(result.group(1)));
            }
        }

        assertThat(names()).containsExactlyElementsOf(used);
    }

    @Test
    void knowsTheParametersOfItsStatementOnly() {
        var file = SqlFile.named("extract/level_texts");

        assertThat(file.parameters()).containsExactly("mark");
        assertThat(file.positional()).contains("concat_ws(?,").doesNotContain("--", ":mark");
    }

    @Test
    void failsAtOnceWhereTheFileIsMissing() {
        assertThatThrownBy(() -> SqlFile.named("extract/nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extract/nowhere");
    }

    @Test
    void hasAFileForEveryRuleInWords() {
        var statement =
                SqlContract.of(SqlFile.named("extract/outcome_problems")).statement();
        var codes = Pattern.compile("'((?:unit|outcome|trials|exposure|expected)\\.[a-z0-9-]+)'")
                .matcher(statement)
                .results()
                .map(result -> result.group(1));
        var weightCodes = Pattern.compile(":weight \\|\\| '(\\.[a-z-]+)'")
                .matcher(statement)
                .results()
                .flatMap(result -> Stream.of("trials" + result.group(1), "exposure" + result.group(1)));

        assertThat(Stream.concat(codes, weightCodes))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(RowRule.of(code).remedy()).isNotBlank());
    }
}
