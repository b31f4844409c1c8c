// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.commands.TestHome;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.home.Acting;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose results an organisation sees. Ash and birch see each other; cedar lets ash see it from tomorrow on. */
class ResultVisibilityTests {
    private static final List<String> ALL = List.of("ash", "birch", "cedar", "dogwood");
    private static final UUID CONTROLLED = UUID.randomUUID();
    private static final UUID PUBLIC = UUID.randomUUID();
    private static final UUID LATER = UUID.randomUUID();
    private static final String GROUP = "visibility";

    @BeforeAll
    static void release() throws SQLException, IOException {
        var organisations = TestHome.shared().bean(Organisations.class);
        organisations.register(ALL.stream()
                .map(code -> new Organisation(code, code, "hospital", true))
                .toList());
        organisations.agree(List.of("ash", "birch"), GROUP, LocalDate.of(2026, 1, 1));
        organisations.agree(List.of("birch", "dogwood"), "another-group", LocalDate.of(2026, 1, 1));
        execute("cedar", "INSERT INTO network.visibility VALUES ('cedar', 'ash', '" + GROUP + "', current_date + 1)");
        var document = OutcomeSetFiles.bundled("hip-fracture").orElseThrow().text();
        var own = document.replace("outcome-set: hip-fracture", "outcome-set: " + GROUP)
                .replace("'", "''");
        execute("", "INSERT INTO concepts.outcome_set VALUES ('" + GROUP + "', '1', '" + own + "', now())");
        release(CONTROLLED, "controlled");
        release(PUBLIC, "public");
        release(LATER, "public");
        change(PUBLIC, CONTROLLED);
        change(LATER, PUBLIC);
    }

    private static void change(UUID release, UUID previous) throws SQLException {
        for (var organisation : ALL) {
            execute(
                    organisation,
                    "INSERT INTO benchmarking.change VALUES ('" + release + "', '" + previous + "', '" + GROUP
                            + "', 'DEATH', '" + organisation + "', '2026Q1', '2026Q1'" + ", 1".repeat(9) + ")");
        }
    }

    private static List<String> changesSeenBy(String viewer, UUID release) {
        return Acting.as(
                        new Acting(viewer, "test"),
                        () -> TestHome.shared().bean(Benchmarking.class).changes(release, "DEATH"))
                .stream()
                .map(Change::organisation)
                .toList();
    }

    private static void release(UUID id, String disclosure) throws SQLException {
        execute(
                "",
                "INSERT INTO benchmarking.release VALUES ('" + id + "', '" + GROUP + "', '1', '" + disclosure
                        + "', '2026Q1', '{2026Q1}', 1, now(), 'test', '{}', '')");
        for (var organisation : ALL) {
            execute(
                    organisation,
                    "INSERT INTO benchmarking.result VALUES ('" + id + "', '" + GROUP + "', '2026Q1', 'DEATH', 1, '"
                            + organisation + "', '', 0" + ", 1".repeat(19) + ", 'none')");
        }
    }

    private static void execute(String organisation, String sql) throws SQLException {
        try (var connection = TestHome.shared().as(organisation);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> seenBy(String viewer, UUID release) {
        return Acting.as(
                        new Acting(viewer, "test"),
                        () -> TestHome.shared().bean(Benchmarking.class).results(release, "DEATH", ""))
                .stream()
                .map(Result::organisation)
                .toList();
    }

    @Test
    void showsItsOwnAndThoseThatAgreed() {
        assertThat(seenBy("ash", CONTROLLED)).containsExactly("ash", "birch");
        assertThat(seenBy("birch", CONTROLLED)).containsExactly("ash", "birch");
    }

    @Test
    void showsNothingThatWasAgreedForAnotherGroup() {
        assertThat(seenBy("dogwood", CONTROLLED)).containsExactly("dogwood");
    }

    @Test
    void showsNothingBeforeTheDayOfTheAgreement() {
        assertThat(seenBy("cedar", CONTROLLED)).containsExactly("cedar");
        assertThat(seenBy("ash", CONTROLLED)).doesNotContain("cedar");
    }

    @Test
    void showsAnAgreementInItsOwnDirectionOnly() throws SQLException {
        execute("dogwood", "INSERT INTO network.visibility VALUES ('dogwood', 'cedar', '" + GROUP + "', current_date)");

        try {
            assertThat(seenBy("cedar", CONTROLLED)).containsExactly("cedar", "dogwood");
            assertThat(seenBy("dogwood", CONTROLLED)).containsExactly("dogwood");
        } finally {
            execute("dogwood", "DELETE FROM network.visibility WHERE outcome_set = '" + GROUP + "'");
        }
    }

    @Test
    void showsAllOfAPublicRelease() {
        assertThat(seenBy("dogwood", PUBLIC)).containsExactlyElementsOf(ALL);
    }

    @Test
    void keepsToItselfWhatAReleaseTellsOfOneBeforeItThatWasNotPublic() {
        assertThat(changesSeenBy("dogwood", PUBLIC)).containsExactly("dogwood");
        assertThat(changesSeenBy("ash", PUBLIC)).containsExactly("ash", "birch");
        assertThat(changesSeenBy("dogwood", LATER)).containsExactlyElementsOf(ALL);
        assertThat(changesSeenBy("", LATER)).isEmpty();
    }

    @Test
    void showsNobodyAnything() {
        assertThat(seenBy("", CONTROLLED)).isEmpty();
        assertThat(seenBy("", PUBLIC)).isEmpty();
    }

    @Test
    void showsTheHubNoMoreThanOthers() {
        assertThat(seenBy(Organisations.HUB, CONTROLLED)).isEmpty();
    }

    @Test
    void holdsForEveryWayOfAsking() {
        var benchmarking = TestHome.shared().bean(Benchmarking.class);
        var quarter = Period.parse("2026Q1").orElseThrow();

        assertThat(Acting.as(new Acting("ash", "test"), () -> benchmarking.results(CONTROLLED, quarter, "")))
                .extracting(Result::organisation)
                .containsExactly("ash", "birch");
        assertThat(Acting.as(new Acting("ash", "test"), () -> benchmarking.resultsOf(CONTROLLED, "cedar", "")))
                .isEmpty();
    }
}
