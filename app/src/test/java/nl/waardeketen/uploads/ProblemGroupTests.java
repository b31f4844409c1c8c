// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.SingleFile;
import org.junit.jupiter.api.Test;

/** How pages tell what a check found. */
class ProblemGroupTests {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static OutcomeSet hip() throws IOException {
        return OutcomeSetFiles.bundled("hip-fracture").orElseThrow();
    }

    private static Problem problem(String rule, Severity severity, String column, String value, long line) {
        return new Problem(
                "episode.csv",
                line,
                column,
                value,
                rule,
                "english words (3 rows)",
                "check these values at the source",
                "episode",
                severity,
                3,
                Owner.REGISTRATION);
    }

    @Test
    void saysOfEveryRuleOfASetWhatToDoInTheLanguageOfThePage() throws IOException {
        var rules = ProblemGroup.rules(hip(), DUTCH);
        assertThat(rules).isNotEmpty();
        var words = SingleFile.wording(DUTCH);

        for (var rule : rules.keySet()) {
            var group = ProblemGroup.of(List.of(problem(rule, Severity.QUARANTINE, "", "", 2)), rules, DUTCH)
                    .get(0);

            assertThat(words.of(group.title(), group.otherwise())).isEqualTo(rules.get(rule));
            assertThat(words.of(group.advice(), group.otherAdvice())).isEqualTo(words.of(Phrase.of("advice.rule")));
        }
    }

    @Test
    void putsWhatStopsADeliveryFirstAndOneRuleOfAColumnInOneGroup() throws IOException {
        var problems = List.of(
                problem("value.too-low", Severity.QUARANTINE, "age", "-1", 2),
                problem("value.too-low", Severity.QUARANTINE, "age", "-2", 3),
                problem("identifier.bsn", Severity.STOP, "note", "", 4));

        var groups = ProblemGroup.of(problems, ProblemGroup.rules(hip(), DUTCH), DUTCH);

        assertThat(groups).extracting(ProblemGroup::severity).containsExactly(Severity.STOP, Severity.QUARANTINE);
        assertThat(groups.get(1).examples()).hasSize(2);
    }

    @Test
    void callsARuleThatIsBrokenTooOftenByItsWords() throws IOException {
        var rules = ProblemGroup.rules(hip(), DUTCH);
        var rule = rules.keySet().iterator().next();

        var group = ProblemGroup.of(
                        List.of(problem("delivery.rule-too-often", Severity.STOP, "", rule, 0)), rules, DUTCH)
                .get(0);

        assertThat(group.examples().get(0).values()).isEqualTo(List.of((Object) String.valueOf(rules.get(rule))));
    }

    @Test
    void keepsTheWordsOfAReaderThatCannotFollowADescription() {
        var document = new Problem("", 0, "columns.age", "", "mapping.invalid", "there is no column AGE", "name one");

        var group = ProblemGroup.of(List.of(document), Map.of(), DUTCH).get(0);

        assertThat(group.detail()).isEqualTo("there is no column AGE");
        assertThat(SingleFile.wording(DUTCH).of(group.title(), group.otherwise()))
                .contains("vertaaltabel");
    }
}
