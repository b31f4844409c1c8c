// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.waardeketen.statistics.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question gives the columns that its contract says. */
class SqlAnswerTests {
    private static final CohortColumns WANTED = new CohortColumns(
            "hospital",
            "died",
            Kind.PROPORTION,
            "n",
            null,
            "e",
            List.of(
                    new CohortColumns.CaseMix("age", CohortColumns.Use.BY_CONTENT),
                    new CohortColumns.CaseMix("sex", CohortColumns.Use.BY_CONTENT)),
            null);

    private final Scratch scratch = new Scratch();
    private final Roles roles = Roles.of(WANTED);
    private final DelimitedFile file;
    private final Extract extract;
    private final Extract delivery;
    private final Extract series;
    private final Path quarantined;

    SqlAnswerTests(@TempDir Path folder) throws IOException {
        var path = Files.writeString(
                folder.resolve("input.csv"), "hospital,died,n,e,age,sex,other\nA,1,5,0.5,70,f,x\nB,0,4,0.25,60,m,y\n");
        file = DelimitedFile.inspect(path, "input.csv", roles.columns());
        extract = Extract.of(file, roles, Extract.Reading.COMPARISON, scratch);
        TextDictionary.keep("unit_texts", extract.engine(), "^unit$");
        TextDictionary.keep("level_texts", extract.engine(), "^x2$");
        delivery = delivered();
        var columns = new SeriesColumns("n", "e", "age", "hospital", SeriesColumns.Values.MEASUREMENTS);
        quarantined = Files.writeString(
                scratch.folder().resolve("rows.csv"), "organisation,patient\nA,00112233445566778899AABBCCDDEEFF\n");
        series = Extract.of(file, columns.roles(), Extract.Reading.SERIES, scratch);
    }

    private Extract delivered() throws IOException {
        var age = new Variable("age", Variable.Type.INTEGER, false, 65.0, null, List.of());
        var plan = Plans.episodes(
                new DeliveryPlan.FromColumn("hospital"),
                new DeliveryPlan.FromColumn("n"),
                List.of(new DeliveryPlan.Column(age, new DeliveryPlan.FromColumn("age"), Map.of())));
        var found = Extract.of(file, Roles.numbered(plan.fileColumns()), Extract.Reading.DELIVERY, scratch);
        var engine = found.engine();
        var given = Plans.of(plan, file.path(), file.name());
        var table = StagedTable.of(given, DeliveryPlan.of(given), engine, scratch);
        table.judge();
        new LateRules(table).judge(2, false);
        engine.define("people", new ComposedQuery("people", "SELECT DISTINCT patient FROM staged"));
        engine.define("episode_people", new ComposedQuery("people", "SELECT DISTINCT patient FROM staged"));
        var key = new byte[] {1};
        Pseudonyms.keep(engine, DeliveryPlan.Stage.IDENTIFIERS, new PseudonymKeys(key, key));
        engine.keep("episode", new ComposedQuery("episode", "SELECT * FROM staged"), Map.of());
        engine.keep("unit", SqlFile.named("release/units"), Map.of());
        engine.keep("column_value", SqlFile.named("profile/values"), Map.of("columns", "^c[0-9]$"));
        engine.keep(
                "landed",
                new ComposedQuery(
                        "landed", "SELECT * REPLACE (pseudonym AS patient) FROM staged JOIN pseudonym USING (patient)"),
                Map.of());
        engine.keep("objecting", SqlFile.named("lake/objecting"), usual());
        return found;
    }

    @AfterEach
    void close() {
        extract.close();
        delivery.close();
        series.close();
        scratch.close();
    }

    private record Column(String name) {}

    static List<String> names() throws IOException {
        return SqlFileTests.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesTheColumnsItSays(String name) {
        var contract = SqlContract.of(SqlFile.named(name));

        var columns = columns(name);

        if (contract.isStatic()) {
            assertThat(columns).isEqualTo(contract.columns());
        } else {
            assertThat(columns).containsAll(contract.columns());
        }
    }

    @Test
    void givesTheColumnsThatAreWanted() {
        assertThat(columns("extract/cells"))
                .containsExactly(
                        "level_code", "x1", "unit_code", "rows", "weight", "observed", "squares", "expected", "capped");
        assertThat(columns("extract/amounts"))
                .containsExactly(
                        "level_code", "x1", "unit_code", "amount", "weight", "expected", "rows", "capped", "cut");
        assertThat(columns("extract/texts")).containsExactly("code", "unit");
        assertThat(columns("extract/rows")).contains("x1", "x2", "y").doesNotContain("other", "age");
        assertThat(columns("extract/extract")).contains("record", "x1", "x2", "y", "w", "e", "no_text");
    }

    private List<String> columns(String name) {
        var reading = name.startsWith("extract/") ? extract : name.startsWith("series/") ? series : delivery;
        var engine = reading.engine();
        var question = SqlFile.named(name);
        var parameters = new HashMap<String, Object>();
        for (var parameter : question.parameters()) {
            parameters.put(parameter, value(name, parameter));
        }
        engine.keep("answer", question, parameters);
        return engine.query(SqlFile.named("probes/columns"), Map.of(), Column.class).stream()
                .map(Column::name)
                .toList();
    }

    private Object value(String question, String parameter) {
        Map<String, Object> special = Map.of(
                "extract/rows :columns",
                roles.named(file.header()),
                "extract/rows :wanted",
                roles.pattern(),
                "extract/notation :columns",
                "^(x1|x2)$",
                "extract/texts :columns",
                "^unit$",
                "profile/values :columns",
                "^c[0-9]$",
                "delivery/rows :columns",
                Roles.numbered(List.of("hospital", "n", "age")).named(file.header()),
                "delivery/rows :wanted",
                "^c[0-9]$",
                "lake/texts :file",
                quarantined.toString());
        return Objects.requireNonNull(
                special.getOrDefault(question + " :" + parameter, usual().get(parameter)),
                () -> "tell this test a value of :" + parameter + " of " + question);
    }

    private Map<String, Object> usual() {
        return Map.ofEntries(
                Map.entry("cap", Double.MAX_VALUE),
                Map.entry("columns", "^x1$"),
                Map.entry("commas", "^no_comma$"),
                Map.entry("compression", "none"),
                Map.entry("entries", "A\u001f00112233445566778899AABBCCDDEEFF"),
                Map.entry("expression", "age > 7"),
                Map.entry("file", file.path().toAbsolutePath().toString()),
                Map.entry("few", 500),
                Map.entry("given", true),
                Map.entry("kind", "proportion"),
                Map.entry("mark", Extract.MARK),
                Map.entry("most", 30),
                Map.entry("null_text", Extract.MARK),
                Map.entry("points", "^x1$"),
                Map.entry("quote", "\""),
                Map.entry("separator", ","),
                Map.entry("share", 0.5),
                Map.entry("skip", 0),
                Map.entry("table", "extract"),
                Map.entry("texts", "^x2$"),
                Map.entry(
                        "wanted",
                        "^(level_code|x1|unit_code|rows|weight|observed|amount|squares|expected|capped|cut)$"),
                Map.entry("weight", "trials"),
                Map.entry("weighted", true));
    }
}
