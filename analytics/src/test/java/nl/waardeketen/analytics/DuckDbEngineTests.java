// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbEngineTests {
    private final Path folder;
    private final Path named;
    private final Path other;
    private final DuckDbEngine engine;

    DuckDbEngineTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        named = Files.writeString(folder.resolve("it's named.csv"), "1\n");
        other = Files.writeString(folder.resolve("other.csv"), "2\n");
        engine = DuckDbEngine.open(List.of(named), Files.createDirectory(folder.resolve("scratch")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private record Text(String text) {}

    private record Mixed(String text, long whole, String missing, double half, double none) {}

    private List<Text> query(String question, Map<String, ?> parameters) {
        return engine.query(SqlFile.named(question), parameters, Text.class);
    }

    private static void assertNotPermitted(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(EngineFailure.class).hasMessageEndingWith("(Permission Error)");
    }

    @Test
    void readsTheFileItIsGiven() {
        assertThat(query("attempts/read_csv", Map.of("file", named.toString()))).containsExactly(new Text("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"read_csv", "read_text", "read_blob", "read_parquet", "read_json", "sniff_csv", "list_files"})
    void readsNoOtherFile(String way) {
        assertNotPermitted(() -> query("attempts/" + way, Map.of("file", other.toString())));
        assertNotPermitted(() ->
                query("attempts/" + way, Map.of("file", folder.resolve("*").toString())));
        assertNotPermitted(() -> query("attempts/" + way, Map.of("file", "/etc/hostname")));
        assertNotPermitted(() -> query("attempts/" + way, Map.of("file", named + "/../other.csv")));
    }

    @Test
    void reachesNoNetwork() {
        assertNotPermitted(() -> query("attempts/read_web", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"write_csv", "write_parquet", "export", "attach"})
    void writesNothing(String way) {
        assertNotPermitted(() -> query("attempts/" + way, Map.of()));

        assertThat(Path.of("target")).isDirectoryNotContaining("glob:**/escaped*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"install", "load", "keep_secret"})
    void takesNoExtensions(String way) {
        assertNotPermitted(() -> query("attempts/" + way, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open_access", "unlock", "allow_more", "take_memory", "move_temporary"})
    void changesNoSettings(String way) {
        assertThatThrownBy(() -> query("attempts/" + way, Map.of()))
                .isInstanceOf(EngineFailure.class)
                .hasMessageEndingWith("(Invalid Input Error)");

        assertNotPermitted(() -> query("attempts/read_csv", Map.of("file", other.toString())));
    }

    @Test
    void bindsValuesInsteadOfPastingThem() {
        var value = "'; DROP TABLE x; -- :value ? $1";

        assertThat(query("probes/echo", Map.of("value", value))).containsExactly(new Text(value));
    }

    @Test
    void readsRowsAsRecords() {
        assertThat(engine.query(SqlFile.named("probes/two_types"), Map.of(), Mixed.class))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text()).isEqualTo("text");
                    assertThat(row.whole()).isEqualTo(7);
                    assertThat(row.missing()).isNull();
                    assertThat(row.half()).isEqualTo(2.5);
                    assertThat(row.none()).isNaN();
                });
    }

    @Test
    void readsNumbersColumnByColumn() {
        var table = engine.numbers(SqlFile.named("probes/number"), Map.of("value", "2.5"));

        assertThat(table.names()).containsExactly("answer");
        assertThat(table.column("answer")).containsExactly(2.5);
    }

    @Test
    void readsNumbersThatAreNullAsNotANumber() {
        assertThat(engine.numbers(SqlFile.named("probes/number"), Map.of("value", "none"))
                        .column("answer"))
                .containsExactly(Double.NaN);
    }

    @Test
    void namesTheColumnThatIsNotThere() {
        var table = engine.numbers(SqlFile.named("probes/number"), Map.of("value", "1"));

        assertThatThrownBy(() -> table.column("question")).hasMessage("no column question among [answer]");
    }

    @Test
    void namesTheParameterThatIsMissing() {
        assertThatThrownBy(() -> query("probes/echo", Map.of())).hasMessage("probes/echo takes :value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Answer", "a b", "x; DROP TABLE y", ""})
    void refusesTableNamesThatAreNone(String name) {
        assertThatThrownBy(() -> engine.keep(name, SqlFile.named("probes/echo"), Map.of("value", "a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"probes/convert", "probes/misspelled"})
    void failsWithoutRepeatingDataOrQuestion(String question) {
        Map<String, String> parameters = Map.of("value", "secret of patient 7");

        assertRepeatsNothing(() -> query(question, parameters));
        assertRepeatsNothing(() -> engine.numbers(SqlFile.named(question), parameters));
        assertRepeatsNothing(() -> engine.keep("answer", SqlFile.named(question), parameters));
    }

    private static void assertRepeatsNothing(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(EngineFailure.class).satisfies(failure -> {
            var printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString())
                    .contains("the engine could not answer probes/", "DuckDbEngine")
                    .doesNotContain("secret of patient", "SELEC", "AS INTEGER");
            assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
        });
    }

    private record Answer(@Nullable String text) {}

    @Test
    void asksFunctionsForTextsThatAreThere() {
        engine.defineFunction("doubled", text -> text + text);

        var query = new ComposedQuery("q", "SELECT doubled(t) AS text FROM (VALUES ('é'), (NULL), ('')) AS v(t)");
        assertThat(engine.query(query, Map.of(), Answer.class))
                .extracting(Answer::text)
                .containsExactly("éé", null, "");
    }

    @Test
    void tellsNothingOfATextThatAFunctionDoesNotTake() {
        engine.defineFunction("refusing", text -> {
            throw new IllegalArgumentException("no " + text);
        });
        var query = new ComposedQuery(
                "probes/refusing", "SELECT refusing(t) AS text FROM (VALUES ('secret of patient 7')) AS v(t)");

        assertRepeatsNothing(() -> engine.query(query, Map.of(), Answer.class));
    }
}
