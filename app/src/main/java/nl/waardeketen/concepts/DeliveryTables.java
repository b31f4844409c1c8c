// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.analytics.ExpressionReader;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.Words;
import nl.waardeketen.shared.YamlDocument;
import nl.waardeketen.shared.YamlMap;

/** The tables of a delivery: one that the outcome set makes, and four that are the same for every patient group. */
public final class DeliveryTables {
    /** Codes of all tables, in the order in which documents show them. */
    public static final List<String> CODES =
            List.of(DeliveryTable.PATIENT, DeliveryTable.EPISODE, "activity", "measurement", "product");

    private static final String DOCUMENT = "delivery-tables.yaml";

    private DeliveryTables() {}

    /** Read at first use, and once. */
    private static final class Given {
        static final Map<String, DeliveryTable> TABLES = read();
    }

    /** The tables of a delivery for that set, with all rules. */
    public static List<DeliveryTable> of(OutcomeSet set) {
        return CODES.stream().map(code -> table(set, code)).toList();
    }

    /** A table that every patient group has, as the engine knows it. */
    public static Optional<TableDefinition> named(String code) {
        return CODES.contains(code) && !code.equals(DeliveryTable.EPISODE)
                ? Optional.of(given(code).definition())
                : Optional.empty();
    }

    private static DeliveryTable table(OutcomeSet set, String code) {
        var table = code.equals(DeliveryTable.EPISODE) ? set.episode() : given(code);
        var rules = Stream.concat(
                table.rules().stream(),
                set.rules().stream().filter(rule -> rule.table().equals(code)));
        return new DeliveryTable(code, table.title(), table.meaning(), table.variables(), table.key(), rules.toList());
    }

    /** The episodes of a patient group, which have these variables. */
    static DeliveryTable episode(List<DescribedVariable> variables, List<String> key) {
        var words = given(DeliveryTable.EPISODE);
        return new DeliveryTable(DeliveryTable.EPISODE, words.title(), words.meaning(), variables, key, List.of());
    }

    /** Variables of a table that every patient group has, by code; none for another. */
    static Map<String, Variable> variables(String table) {
        return CODES.contains(table) && !table.equals(DeliveryTable.EPISODE)
                ? given(table).plain().stream().collect(Collectors.toMap(Variable::code, Function.identity()))
                : Map.of();
    }

    private static DeliveryTable given(String code) {
        return Objects.requireNonNull(Given.TABLES.get(code));
    }

    private static Map<String, DeliveryTable> read() {
        try (InputStream stream = DeliveryTables.class.getResourceAsStream("/" + DOCUMENT);
                var expressions = new ExpressionReader()) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            var document = YamlDocument.read(DOCUMENT, text);
            var tables = new ArrayList<DeliveryTable>();
            document.root().knows("tables").maps("tables").forEach(map -> tables.add(read(map, expressions)));
            document.refuse();
            return tables.stream().collect(Collectors.toMap(DeliveryTable::code, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeliveryTable read(YamlMap map, ExpressionReader expressions) {
        map.knows("code", "title", "meaning", "key", "variables", "rules");
        var code = map.text("code");
        var variables = new VariablesReader(expressions);
        map.maps("variables").forEach(variables::add);
        var rules = new RulesReader(expressions, table -> table.equals(code) ? variables.variables() : Map.of());
        map.maps("rules").forEach(rule -> rules.add(rule, code));
        Words title = map.words("title");
        return new DeliveryTable(
                code, title, map.words("meaning"), variables.described(), map.texts("key"), rules.rules());
    }
}
