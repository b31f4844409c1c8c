// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.commands.TestHome;
import nl.waardeketen.home.Acting;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.web.Viewer;
import org.junit.jupiter.api.Test;

/** A mapping and an extract are their organisation's own, whichever way another asks. */
class MappingAccessTests {
    private static final String OWN = "own-of-mappings";
    private static final String OTHER = "other-of-mappings";

    private final Mappings mappings = TestHome.shared().bean(Mappings.class);

    private record Somebody(String organisation) implements Viewer {
        @Override
        public String account() {
            return "somebody";
        }

        @Override
        public String displayName() {
            return "Somebody";
        }

        @Override
        public String organisationName() {
            return organisation;
        }
    }

    private static <T> T as(String organisation, Supplier<T> work) {
        return Acting.as(new Acting(organisation, "somebody"), work);
    }

    private static GivenFile file(String name, String text) {
        return new GivenFile(name, text);
    }

    private static GivenFile document(String organisation) {
        return file(
                "mapping.yaml",
                "outcome-set: hip-fracture\norganisation: {constant: " + organisation
                        + "}\npatient: {column: nr}\nvariables: {age: {column: lft}}\n");
    }

    private SavedMapping saved() {
        return as(OWN, () -> mappings.bring(new Somebody(OWN), document(OWN)));
    }

    @Test
    void keepsWhatIsBroughtAlongAsItStandsAsTheNextVersion() {
        var first = saved();
        var second = saved();

        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(as(OWN, () -> mappings.one(second.id())).document())
                .isEqualTo(document(OWN).text());
    }

    @Test
    void showsAMappingToNobodyElse() {
        var saved = saved();

        assertThat(as(OTHER, mappings::saved)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as(OTHER, () -> mappings.one(saved.id())));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> as(
                        OTHER,
                        () -> mappings.open(
                                OTHER,
                                "hip-fracture",
                                List.of(file("a.csv", "nr;lft\n1;80\n")),
                                Optional.of(saved.id()))));
    }

    @Test
    void changesNoMappingBySql() throws SQLException {
        var saved = saved();
        try (var connection = TestHome.shared().as(OTHER);
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("SELECT count(*) FROM deliveries.mapping");
            assertThat(rows.next() && rows.getInt(1) == 0).isTrue();
        }
        for (var sql : List.of(
                "UPDATE deliveries.mapping SET document = 'x' WHERE id = '" + saved.id() + "'",
                "DELETE FROM deliveries.mapping WHERE id = '" + saved.id() + "'",
                "INSERT INTO deliveries.mapping VALUES (gen_random_uuid(), '" + OWN
                        + "', 'hip-fracture', 999, now(), 'x', 'x', '[]')")) {
            assertThatExceptionOfType(SQLException.class).as(sql).isThrownBy(() -> {
                try (var connection = TestHome.shared().as(OTHER);
                        var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            });
        }
    }

    @Test
    void showsAnExtractToNobodyElseAndTakesItAway() {
        var extract = as(
                OWN,
                () -> mappings.open(
                        OWN,
                        "hip-fracture",
                        List.of(file("../../etc/pass\u0000wd<b>.csv", "nr;lft\n1;80\n")),
                        Optional.empty()));

        assertThat(extract.files().get(0).path().getParent()).isEqualTo(extract.folder());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mappings.extract(OTHER, extract.id()));
        as(
                OWN,
                () -> mappings.save(
                        new Somebody(OWN),
                        extract,
                        mappings.begin(extract, Locale.ENGLISH).draft()));
        assertThat(extract.folder()).doesNotExist();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mappings.extract(OWN, extract.id()));
    }

    @Test
    void refusesWhatIsNoMappingOfItsOwn() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(OWN, () -> mappings.bring(new Somebody(OWN), document(OTHER))))
                .satisfies(
                        refused -> assertThat(refused.problems().get(0).text()).contains("another organisation"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(OWN, () -> mappings.bring(new Somebody(OWN), file("m.yaml", "a: [b"))));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        as(OWN, () -> mappings.bring(new Somebody(OWN), file("m.yaml", "outcome-set: none"))));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> as(OWN, () -> mappings.open(OWN, "hip-fracture", List.of(), Optional.empty())));
    }
}
