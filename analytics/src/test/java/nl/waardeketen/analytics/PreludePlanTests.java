// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of every value is no join: the engine makes one of a long list after IN, which costs as much as the reading. */
class PreludePlanTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "given",
                "is_missing",
                "number",
                "outcome_number",
                "date_value",
                "time_value",
                "flag_value",
                "identifier",
                "looks_like_bsn"
            })
    void readsValuesWithoutJoins(String macro) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(SqlFile.resource("/prelude/duckdb-intake.sql"));
            statement.execute("CREATE TABLE texts AS SELECT CAST(range AS VARCHAR) AS text FROM range(10000)");
            try (var plan = statement.executeQuery("EXPLAIN SELECT " + macro + "(given(text)) FROM texts")) {
                assertThat(plan.next()).isTrue();
                assertThat(plan.getString(2)).containsIgnoringCase("scan").doesNotContainIgnoringCase("join");
            }
        }
    }
}
