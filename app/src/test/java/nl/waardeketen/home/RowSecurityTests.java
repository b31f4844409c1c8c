// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import static nl.waardeketen.home.DatabaseLook.all;
import static nl.waardeketen.home.DatabaseLook.doneBy;
import static nl.waardeketen.home.DatabaseLook.seenBy;
import static nl.waardeketen.home.DatabaseLook.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import nl.waardeketen.commands.TestHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table with a column {@code organisation}, also one that is yet to be made, shows nothing of others. */
class RowSecurityTests {
    private static final String PLANTED = "planted";
    private static final String OTHER = "other-than-planted";

    static List<String> tablesOfOrganisations() throws SQLException {
        return tables("EXISTS (SELECT FROM information_schema.columns f WHERE f.table_schema = n.nspname"
                + " AND f.table_name = c.relname AND f.column_name = 'organisation')");
    }

    @BeforeAll
    static void plantARowInEach() throws SQLException {
        try (var connection = TestHome.shared().asSuperuser();
                var statement = connection.createStatement()) {
            // Keys to other tables are not checked.
            statement.execute("SET session_replication_role = replica");
            for (var table : tablesOfOrganisations()) {
                statement.execute(planting(table));
            }
        }
    }

    private static String planting(String table) throws SQLException {
        var columns =
                all("SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema || '.'"
                        + " || table_name = '" + table
                        + "' AND is_nullable = 'NO' AND column_default IS NULL ORDER BY 1");
        return columns.stream()
                .map(column -> column.split(" ", 2))
                .map(column -> column[0].equals("organisation")
                        ? "'" + PLANTED + "'"
                        : column[0].equals("outcome") ? "'fail'" : some(table, column[1]))
                .collect(Collectors.joining(
                        ", ",
                        "INSERT INTO " + table + " ("
                                + columns.stream()
                                        .map(column -> column.split(" ", 2)[0])
                                        .collect(Collectors.joining(", "))
                                + ") VALUES (",
                        ")"));
    }

    private static String some(String table, String type) {
        return switch (type) {
            case "text" -> "'x'";
            case "uuid" -> "gen_random_uuid()";
            case "bigint", "integer", "double precision" -> "1";
            case "boolean" -> "false";
            case "date" -> "current_date";
            case "timestamp with time zone" -> "now()";
            case "ARRAY" -> "'{}'";
            case "jsonb" -> "'{}'";
            case "bytea" -> "decode('00112233445566778899aabbccddeeff', 'hex')";
            default -> throw new IllegalArgumentException("teach this test a value of type " + type + " for " + table);
        };
    }

    @AfterAll
    static void takeThemAway() throws SQLException {
        try (var connection = TestHome.shared().asSuperuser();
                var statement = connection.createStatement()) {
            for (var table : tablesOfOrganisations()) {
                statement.execute("DELETE FROM " + table + " WHERE organisation = '" + PLANTED + "'");
            }
        }
    }

    @Test
    void knowsTheTablesOfOrganisations() throws SQLException {
        assertThat(tablesOfOrganisations())
                .contains("access.account", "network.visibility", "deliveries.delivery", "benchmarking.result");
    }

    @Test
    void bindsEveryTableButThoseThatNameNoOrganisation() throws SQLException {
        assertThat(tables("NOT (c.relrowsecurity AND c.relforcerowsecurity) AND c.relname <> 'flyway_schema_history'"))
                .containsExactly("benchmarking.release", "concepts.outcome_set");
    }

    @ParameterizedTest
    @MethodSource("tablesOfOrganisations")
    void bindsItsOwnerAsWell(String table) throws SQLException {
        assertThat(tables("c.relrowsecurity AND c.relforcerowsecurity")).contains(table);
    }

    @ParameterizedTest
    @MethodSource("tablesOfOrganisations")
    void showsAnOrganisationItsOwnRows(String table) throws SQLException {
        assertThat(seenBy(PLANTED, rowsOfPlanted(table))).containsExactly("1");
    }

    @ParameterizedTest
    @MethodSource("tablesOfOrganisations")
    void showsNothingToNobody(String table) throws SQLException {
        assertThat(seenBy("", "SELECT count(*) FROM " + table)).containsExactly("0");
    }

    @ParameterizedTest
    @MethodSource("tablesOfOrganisations")
    void showsNothingOfAnother(String table) throws SQLException {
        assertThat(seenBy(OTHER, rowsOfPlanted(table))).containsExactly("0");
    }

    private static String rowsOfPlanted(String table) {
        return "SELECT count(*) FROM " + table + " WHERE organisation = '" + PLANTED + "'";
    }

    @ParameterizedTest
    @MethodSource("tablesOfOrganisations")
    void refusesRowsInTheNameOfAnother(String table) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> doneBy(OTHER, "INSERT INTO " + table + " (organisation) VALUES ('" + PLANTED + "')"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"))
                .withMessageContaining("row-level security");
    }

    @ParameterizedTest
    @MethodSource("tablesOfOrganisations")
    void judgesRowsInItsOwnNameByTheirContent(String table) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> doneBy(OTHER, "INSERT INTO " + table + " (organisation) VALUES ('" + OTHER + "')"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23502"));
    }

    @Test
    void showsOrganisationsToOrganisationsOnly() throws SQLException {
        assertThat(seenBy("", "SELECT count(*) FROM network.organisation")).containsExactly("0");
        assertThat(seenBy(OTHER, "SELECT code FROM network.organisation")).contains("spil");
    }

    @Test
    void letsAnOrganisationEnterAndChangeItselfOnly() throws SQLException {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> doneBy(
                        OTHER, "INSERT INTO network.organisation VALUES ('" + PLANTED + "', 'x', 'hospital', true)"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        doneBy(OTHER, "UPDATE network.organisation SET name = 'changed' WHERE code = 'spil'");
        assertThat(all("SELECT name FROM network.organisation WHERE code = 'spil'"))
                .containsExactly("Spil");
    }
}
