// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.waardeketen.sample.OutcomeSet.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/** The outcome sets that come with the program keep to the form that outcome sets have. */
@ParameterizedClass
@FieldSource("nl.waardeketen.sample.OutcomeSet#GROUPS")
class BundledSetTests {
    private static final Pattern WORD = Pattern.compile("'[^']*'|[A-Za-z_][A-Za-z_0-9]*");
    private static final Set<String> LANGUAGE = Set.of(
            "AND",
            "OR",
            "NOT",
            "IN",
            "BETWEEN",
            "IS",
            "NULL",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "COALESCE",
            "days_between",
            "minutes_between",
            "date_of",
            "age_at");
    private static final Set<String> VARIABLE_PARTS = Set.of(
            "code",
            "type",
            "title",
            "meaning",
            "required",
            "unit",
            "range",
            "categories",
            "complete",
            "late",
            "owner",
            "source",
            "confirmed");
    private static final Set<String> INDICATOR_PARTS = Set.of(
            "code",
            "version",
            "domain",
            "kind",
            "title",
            "unit",
            "period-date",
            "population",
            "numerator",
            "value",
            "parts",
            "better",
            "case-mix",
            "minimum-volume",
            "target",
            "words",
            "source",
            "confirmed");

    private final OutcomeSet set;

    BundledSetTests(String group) {
        set = OutcomeSet.of(group);
    }

    @Test
    void hasThePartsOfAnOutcomeSet() {
        assertThat(set.content().keySet().stream().map(String::valueOf))
                .containsExactly(
                        "outcome-set",
                        "version",
                        "title",
                        "disclosure",
                        "resolution",
                        "conditions",
                        "variables",
                        "case-mix",
                        "subgroups",
                        "indicators",
                        "rules",
                        "limits");
    }

    @Test
    void describesEveryVariable() {
        assertThat(set.variableCodes()).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z][a-z0-9_]*"));
        assertThat(set.variables()).allSatisfy(variable -> {
            assertThat(names(variable)).isSubsetOf(VARIABLE_PARTS).contains("title", "source", "confirmed");
            assertThat(variable.text("type")).isIn("date", "time", "integer", "number", "flag", "category", "text");
            assertThat(variable.has("categories"))
                    .isEqualTo(variable.text("type").equals("category"));
            assertThat(variable.text("confirmed")).isIn("true", "false");
        });
    }

    @Test
    void describesEveryIndicator() {
        assertThat(set.indicators()).hasSizeBetween(15, 20).allSatisfy(indicator -> {
            var kind = indicator.text("kind");
            assertThat(names(indicator)).isSubsetOf(INDICATOR_PARTS).contains("title", "words", "source", "confirmed");
            assertThat(indicator.text("code")).matches("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");
            assertThat(indicator.text("domain")).isIn("outcome", "reported", "process", "costs");
            assertThat(indicator.text("better")).isIn("lower", "higher");
            assertThat(set.variableCodes()).contains(indicator.text("period-date"));
            assertThat(indicator.has("numerator")).isEqualTo(kind.equals("proportion"));
            assertThat(indicator.has("parts")).isEqualTo(kind.equals("composite"));
            assertThat(indicator.has("population")).isEqualTo(!kind.equals("composite"));
            assertThat(indicator.has("value"))
                    .isEqualTo(indicator.has("unit"))
                    .isEqualTo(List.of("duration", "cost").contains(kind));
        });
    }

    @Test
    void coversAllDomains() {
        assertThat(set.indicators().stream().map(indicator -> indicator.text("domain")))
                .contains("outcome", "reported", "process", "costs");
    }

    @Test
    void speaksBothLanguagesEverywhere() {
        assertThat(titled(set.content()).toList()).hasSizeGreaterThan(100).allSatisfy(title -> {
            assertThat(title.keySet().stream().map(String::valueOf)).containsExactly("nl", "en");
            assertThat(title.values())
                    .allSatisfy(text -> assertThat((String) text).isNotBlank());
        });
    }

    /** All maps that hold a text in a language. */
    private static Stream<Map<?, ?>> titled(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("nl") || map.containsKey("en")
                    ? Stream.of(map)
                    : map.values().stream().flatMap(BundledSetTests::titled);
        }
        return value instanceof List<?> list ? list.stream().flatMap(BundledSetTests::titled) : Stream.empty();
    }

    @Test
    void adjustsForItsOwnVariables() {
        var known = new Entry(set.content()).map("case-mix").keySet();

        for (var name : known) {
            assertThat(set.caseMix(String.valueOf(name))).allSatisfy(entry -> {
                var parts = String.valueOf(entry).split(":", 2);
                assertThat(set.variableCodes()).contains(parts[0]);
                assertThat(parts.length == 1
                                || Set.of("quadratic", "spline", "factor").contains(parts[1]))
                        .isTrue();
            });
        }
        assertThat(set.indicators().stream()
                        .filter(indicator -> indicator.has("case-mix"))
                        .map(indicator -> (Object) indicator.text("case-mix"))
                        .distinct())
                .hasSameElementsAs(known);
    }

    @Test
    void composesProportions() {
        var composites = set.indicators().stream()
                .filter(indicator -> indicator.has("parts"))
                .toList();

        assertThat(composites)
                .hasSize(1)
                .allSatisfy(composite -> assertThat(composite.list("parts"))
                        .hasSizeGreaterThan(1)
                        .allSatisfy(part -> assertThat(
                                        set.indicator(String.valueOf(part)).text("kind"))
                                .isEqualTo("proportion")));
    }

    @Test
    void computesOnlyWithWhatIsAllowed() {
        var known = new HashSet<>(LANGUAGE);
        known.addAll(set.variableCodes());

        assertThat(set.indicators().stream()
                        .filter(indicator -> indicator.has("population"))
                        .flatMap(indicator -> Stream.of(indicator.text("population"), indicator.measure()))
                        .flatMap(expression -> WORD.matcher(expression).results())
                        .map(word -> word.group())
                        .filter(word -> !word.startsWith("'")))
                .isSubsetOf(known);
    }

    private static List<String> names(Entry entry) {
        return entry.values().keySet().stream().map(String::valueOf).toList();
    }
}
