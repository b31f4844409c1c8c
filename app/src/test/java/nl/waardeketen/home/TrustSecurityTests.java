// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import static nl.waardeketen.home.DatabaseLook.doneBy;
import static nl.waardeketen.home.DatabaseLook.seenBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import nl.waardeketen.commands.TestHome;
import nl.waardeketen.deliveries.DeclaredBasis;
import nl.waardeketen.deliveries.LegalBases;
import nl.waardeketen.deliveries.LegalGround;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others try to read or change legal bases, objections, keys and removals, with the rights that the program has. */
class TrustSecurityTests {
    private static final String OWNER = "trusted";
    private static final String OTHER = "curious";

    @BeforeAll
    static void plant() throws SQLException {
        var basis = new DeclaredBasis("quality", LegalGround.PUBLIC_HEALTH, 12, null, "DPIA");
        Acting.as(new Acting(OWNER, "test"), () -> {
            TestHome.shared().bean(LegalBases.class).set(OWNER, "group", basis, LocalDate.of(2026, 1, 1));
            return basis;
        });
        doneBy(
                OWNER,
                "INSERT INTO deliveries.objection VALUES ('trusted', 'group', decode('" + "0a".repeat(16)
                        + "', 'hex'), 1, current_date, now(), 'test')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal_basis", "objection"})
    void seeNothingOfAnother(String table) throws SQLException {
        var count = "SELECT count(*) FROM deliveries." + table + " WHERE organisation = 'trusted'";

        assertThat(seenBy(OWNER, count)).containsExactly("1");
        assertThat(seenBy(OTHER, count)).containsExactly("0");
        assertThat(seenBy("spil", count)).containsExactly("0");
    }

    @Test
    void withdrawNoObjectionOfAnother() throws SQLException {
        doneBy(OTHER, "UPDATE deliveries.objection SET withdrawn_at = now()");

        assertThat(seenBy(OWNER, "SELECT count(*) FROM deliveries.objection WHERE withdrawn_at IS NULL"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE deliveries.legal_basis SET purpose = 'another'",
                "DELETE FROM deliveries.legal_basis",
                "DELETE FROM deliveries.objection",
                "UPDATE deliveries.objection SET organisation = 'curious'",
                "UPDATE deliveries.removal SET reason = ''",
                "DELETE FROM deliveries.rotation",
                "DELETE FROM deliveries.pseudonym_key",
                "INSERT INTO deliveries.pseudonym_key VALUES ('group', 1, now(), '')"
            })
    void changeNothingThatStays(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> doneBy(OWNER, statement))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }
}
