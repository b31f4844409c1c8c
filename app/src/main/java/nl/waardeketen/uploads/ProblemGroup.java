// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * One rule that is broken in one column, for the pages on which a check tells what it found.
 *
 * @param title what is wrong; the words of the check where the bundles have none
 * @param detail of a description that cannot be followed, what its reader said of it, in English; else {@code null}
 * @param place file, column and rule
 * @param examples the first places, with line and value
 * @param owner who can repair it
 */
public record ProblemGroup(
        Severity severity,
        String table,
        String column,
        String rule,
        long count,
        String rows,
        Phrase title,
        Phrase otherwise,
        @Nullable String detail,
        String place,
        List<Phrase> examples,
        Phrase advice,
        Phrase otherAdvice,
        Phrase owner) {
    private static final int MOST_EXAMPLES = 3;
    private static final String OF_THE_SET = "rule.";
    private static final Pattern DESCRIPTION = Pattern.compile("(mapping|package|document|yaml)\\.");

    public ProblemGroup {
        examples = List.copyOf(examples);
    }

    /** Key of what it means for the rows. */
    public String key() {
        return "severity." + severity.name();
    }

    /** What the rules of the set say, by the code under which problems carry them. */
    public static Map<String, String> rules(OutcomeSet set, Locale locale) {
        return DeliveryTables.of(set).stream()
                .flatMap(table -> table.rules().stream())
                .collect(Collectors.toMap(
                        rule -> OF_THE_SET + rule.code(), rule -> rule.words().in(locale), (first, second) -> first));
    }

    /**
     * Blocking first, then by the number of rows.
     *
     * @param rules words of the rules of the outcome set, by the code under which problems carry them
     */
    public static List<ProblemGroup> of(List<Problem> problems, Map<String, String> rules, Locale locale) {
        var groups = new LinkedHashMap<List<String>, List<Problem>>();
        for (var problem : problems) {
            groups.computeIfAbsent(
                            List.of(problem.table(), problem.file(), problem.column(), problem.rule()),
                            key -> new ArrayList<>())
                    .add(problem);
        }
        return groups.values().stream()
                .map(group -> of(group.get(0), group, rules, locale))
                .sorted(Comparator.comparing(ProblemGroup::severity)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong(ProblemGroup::count).reversed()))
                .toList();
    }

    private static ProblemGroup of(Problem first, List<Problem> all, Map<String, String> rules, Locale locale) {
        long count = all.stream().mapToLong(Problem::rows).max().orElse(0);
        return new ProblemGroup(
                first.severity(),
                first.table(),
                first.column(),
                first.rule(),
                count,
                count == 0 ? Numbers.NONE : Numbers.in(locale).count((double) count),
                Phrase.of("problem." + first.rule()),
                Phrase.of("problem.other", rules.getOrDefault(first.rule(), plain(first.text()))),
                detail(first),
                place(first),
                all.stream()
                        .limit(MOST_EXAMPLES)
                        .filter(problem ->
                                problem.line() > 0 || !problem.value().isEmpty())
                        .map(problem -> example(problem, rules, locale))
                        .toList(),
                advice(first.rule()),
                Phrase.of("problem.other", first.remedy()),
                Phrase.of("template.owner." + first.owner()));
    }

    /** Rules of a set are many, and there is one thing to do about all of them. */
    private static Phrase advice(String rule) {
        return rule.startsWith(OF_THE_SET) ? Phrase.of("advice.rule") : Phrase.of("advice." + rule);
    }

    private static @Nullable String detail(Problem problem) {
        return DESCRIPTION.matcher(problem.rule()).lookingAt() ? problem.text() : null;
    }

    /** Without the count that stands in a column of its own. */
    private static String plain(String text) {
        return text.replaceAll(" \\(\\d+ rows\\)$", "");
    }

    private static String place(Problem problem) {
        var parts = new ArrayList<String>();
        for (var part : List.of(problem.file(), problem.column(), problem.rule())) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" · ", parts);
    }

    private static Phrase example(Problem problem, Map<String, String> rules, Locale locale) {
        var line = Numbers.in(locale).count((double) problem.line());
        // What breaks the limit of a rule is the rule, and its code says nothing to people.
        var value = rules.getOrDefault(problem.value(), problem.value());
        if (problem.line() == 0) {
            return Phrase.of("problem.value", value);
        }
        return value.isEmpty() ? Phrase.of("problem.line", line) : Phrase.of("problem.line-value", line, value);
    }
}
