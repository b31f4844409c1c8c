// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.waardeketen.analytics.Compared;
import nl.waardeketen.analytics.Compared.What;
import nl.waardeketen.analytics.Owner;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Severity;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.analytics.Threshold.Measure;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.web.SingleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report calls things, and how it speaks once a delivery was decided on. */
class ReportWordsTests {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static OutcomeSet hip() throws IOException {
        return OutcomeSetFiles.bundled("hip-fracture").orElseThrow();
    }

    private static StoredReport report(long quarantined, List<Problem> problems, List<Compared> compared) {
        var table = new TableReport("episode", "episode.csv", 100, quarantined, List.of());
        return new StoredReport(
                null, "", "hip-fracture", "1", List.of(table), problems, List.of(), Map.of(), compared, List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LANDED", "REPLACED", "TAKEN_BACK", "WITHDRAWN", "EXPIRED"})
    void asksForNoDecisionThatWasTaken(String state) {
        for (long quarantined : List.of(0L, 7L)) {
            var verdict = Verdict.of(report(quarantined, List.of(), List.of()), state, DUTCH);
            var words = SingleFile.wording(DUTCH);

            assertThat(words.of(verdict.sentence()) + words.of(verdict.text()))
                    .doesNotContain("kunnen mee")
                    .doesNotContain("aanvaardt");
        }
    }

    @Test
    void countsWhatLanded() {
        var verdict = Verdict.of(report(7, List.of(), List.of()), "LANDED", DUTCH);

        assertThat(SingleFile.wording(DUTCH).of(verdict.sentence())).isEqualTo("93 van 100 rijen zijn geland.");
    }

    @Test
    void tellsVariablesOfOneTitleApartByTheirTable() throws IOException {
        var titles = new VariableTitles(hip(), DUTCH);
        var all = DeliveryTables.of(hip()).stream()
                .flatMap(table -> table.variables().stream().map(each -> titles.of(table.code(), each.code())))
                .toList();

        assertThat(all).doesNotHaveDuplicates().anyMatch(title -> title.endsWith(")"));
    }

    @Test
    void callsAShareByTheTitleOfItsCategory() throws IOException {
        var asa = new Compared(What.SHARE, "episode", "asa", "3", 0.5, 0.2);
        var jump = new Problem(
                "episode.csv",
                0,
                "asa",
                "",
                Measure.JUMP.rule(),
                "",
                "",
                "episode",
                Severity.NOTE,
                0,
                Owner.DATA_STEWARD);

        var row = ComparisonRow.of(report(0, List.of(jump), List.of(asa)), hip(), DUTCH)
                .get(0);

        var label = hip().described("asa").orElseThrow().categories().get("3");
        assertThat(label).isNotNull();
        assertThat(SingleFile.wording(DUTCH).of(row.name())).endsWith(label.in(DUTCH));
    }
}
