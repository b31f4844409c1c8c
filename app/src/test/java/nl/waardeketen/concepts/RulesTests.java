// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an outcome set says about deliveries: rules, completeness, delay, limits. */
class RulesTests {
    private static final String SOUND = """
            outcome-set: small
            version: "1"
            title: {nl: Klein, en: Small}
            variables:
              - code: admission
                type: date
                title: {nl: Opname, en: Admission}
                late: 42
              - code: died
                type: flag
                title: {nl: Overleden, en: Died}
                complete: 0.9
                incomplete: stop
            indicators:
              - code: M30
                domain: outcome
                kind: proportion
                title: {nl: Overlijden, en: Deaths}
                period-date: admission
                population: "admission IS NOT NULL"
                numerator: "died"
                better: lower
                words: {population: {nl: wie, en: who}, numerator: {nl: wat, en: what}}
                source: made up
            rules:
              - code: one
                holds: "died OR admission IS NOT NULL"
                words: {nl: fout, en: wrong}
              - code: two
                table: product
                holds: "amount >= 0"
                words: {nl: negatief, en: negative}
                severity: note
                owner: treating-team
                at-most: 0.02
            limits: {broken: 0.1}
            """;

    private static OutcomeSet read(String text) {
        return OutcomeSetReader.read("set.yaml", text);
    }

    private static List<Problem> problems(String text) {
        try {
            read(text);
            return List.of();
        } catch (InvalidInput e) {
            return e.problems();
        }
    }

    @Test
    void areReadWithWhatIsUsual() {
        var set = read(SOUND);

        assertThat(set.rules()).extracting(Rule::table).containsExactly("episode", "product");
        assertThat(set.rules()).extracting(Rule::severity).containsExactly(Severity.QUARANTINE, Severity.NOTE);
        assertThat(set.rules()).extracting(Rule::owner).containsExactly(Owner.DATA_STEWARD, Owner.TREATING_TEAM);
        assertThat(set.rules()).extracting(Rule::atMost).containsExactly(null, 0.02);
        assertThat(set.rules().get(0).holds().variables()).containsExactlyInAnyOrder("died", "admission");
        assertThat(set.limits()).isEqualTo(new Limits(0.1, Limits.USUAL.unchanged(), Limits.USUAL.jump()));
        assertThat(set.described("admission").orElseThrow().expectation())
                .isEqualTo(new Expectation(null, Severity.NOTE, 42, Owner.REGISTRATION));
        assertThat(set.described("died").orElseThrow().expectation())
                .isEqualTo(new Expectation(0.9, Severity.STOP, null, Owner.REGISTRATION));
    }

    @Test
    void belongToTheirTable() {
        var tables = DeliveryTables.of(read(SOUND));

        assertThat(tables).extracting(DeliveryTable::code).isEqualTo(DeliveryTables.CODES);
        assertThat(tables.get(1).rules()).extracting(Rule::code).containsExactly("one");
        assertThat(tables.get(1).key()).containsExactly("admission");
        assertThat(tables.get(4).rules()).extracting(Rule::code).contains("two", "product-closes-before-opening");
    }

    @Test
    void tellEpisodesApartByAKeyOfTheirOwn() {
        assertThat(read(SOUND + "key: [admission, died]\n").episode().key()).containsExactly("admission", "died");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"died OR admission IS NOT NULL\" | \"amount > 1\" | rules[1].holds",
                "\"died OR admission IS NOT NULL\" | \"admission\" | rules[1].holds",
                "\"died OR admission IS NOT NULL\" | \"1 = 1\" | rules[1].holds",
                "\"died OR admission IS NOT NULL\" | \"count(*) > 1\" | rules[1].holds",
                "table: product | table: bills | rules[2].table",
                "code: two | code: one | rules[2].code",
                "severity: note | severity: fatal | rules[2].severity",
                "owner: treating-team | owner: somebody | rules[2].owner",
                "at-most: 0.02 | at-most: 2 | rules[2].at-most",
                "words: {nl: negatief, en: negative} | words: {nl: negatief} | rules[2].words.en",
                "late: 42 | late: -1 | variables[1].late",
                "complete: 0.9 | complete: 90 | variables[2].complete",
                "complete: 0.9 | late: 3 | variables[2].late",
                "incomplete: stop | incomplete: quarantine | variables[2].incomplete",
                "broken: 0.1 | broken: -0.1 | limits.broken",
                "broken: 0.1 | jump: -1 | limits.jump",
                "broken: 0.1 | most: 0.1 | limits.most"
            })
    void sayWhereTheProblemIs(String before, String after, String place) {
        assertThat(SOUND).contains(before.strip());
        assertThat(problems(SOUND.replace(before.strip(), after.strip())))
                .extracting(Problem::column)
                .contains(place.strip());
    }

    @Test
    void areGivenForHipFractures() throws IOException {
        var set = OutcomeSetFiles.bundled("hip-fracture").orElseThrow();

        assertThat(set.rules()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(set.rules())
                .filteredOn(rule -> rule.code().equals("death-before-surgery"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.holds().variables()).containsExactlyInAnyOrder("death", "surgery_start"));
    }

    @Test
    void leaveTheFourFixedTablesSound() throws IOException {
        var tables = DeliveryTables.of(OutcomeSetFiles.bundled("hip-fracture").orElseThrow());

        assertThat(tables)
                .extracting(table -> table.definition().code())
                .containsExactly("patient", "episode", "activity", "measurement", "product");
        assertThat(tables.get(2).variables())
                .extracting(DescribedVariable::code)
                .containsExactly("activity", "started", "ended", "performer", "resource", "quantity");
        assertThat(tables.get(3).key()).containsExactly("instrument", "item", "moment", "measured");
        assertThat(tables.get(0).key()).containsExactly(DeliveryTable.PATIENT);
    }
}
