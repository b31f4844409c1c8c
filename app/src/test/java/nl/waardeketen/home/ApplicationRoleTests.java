// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import static nl.waardeketen.home.DatabaseLook.all;
import static nl.waardeketen.home.DatabaseLook.doneBy;
import static nl.waardeketen.home.DatabaseLook.seenBy;
import static nl.waardeketen.home.DatabaseLook.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import nl.waardeketen.commands.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As whom the program works in the database, and what the server lets anybody do. */
class ApplicationRoleTests {

    @Test
    void isNobodySpecial() throws SQLException {
        assertThat(seenBy("", "SELECT current_user")).containsExactly("waardeketen_app");
        assertThat(all(
                        "SELECT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication) FROM pg_roles"
                                + " WHERE rolname IN ('waardeketen_app', 'waardeketen_owner')"))
                .containsExactly("f", "f");
    }

    @Test
    void ownsNothing() throws SQLException {
        assertThat(
                        all(
                                "SELECT count(*) FROM pg_shdepend WHERE deptype = 'o' AND refobjid = 'waardeketen_app'::regrole"))
                .containsExactly("0");
        assertThat(tables("c.relowner <> 'waardeketen_owner'::regrole")).isEmpty();
    }

    @Test
    void letsNobodySignInAsTheOwner() throws SQLException {
        assertThat(all("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'waardeketen_owner'"))
                .containsExactly("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET ROLE waardeketen_owner",
                "SET ROLE postgres",
                "SET SESSION AUTHORIZATION postgres",
                "SET session_replication_role = replica",
                "CREATE TABLE benchmarking.own (id integer)",
                "CREATE TABLE public.own (id integer)",
                "CREATE SCHEMA own",
                "CREATE POLICY all_of_it ON deliveries.delivery USING (true)",
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "SELECT pg_read_file('postgresql.conf')",
                "UPDATE deliveries.delivery SET rows = 1",
                "DELETE FROM deliveries.delivery",
                "TRUNCATE deliveries.delivery",
                "UPDATE benchmarking.release SET disclosure = 'public'",
                "DELETE FROM benchmarking.release",
                "UPDATE benchmarking.result SET ratio = 1",
                "DELETE FROM benchmarking.result",
                "TRUNCATE benchmarking.result",
                "UPDATE benchmarking.model SET document = '{}'",
                "DELETE FROM benchmarking.model",
                "UPDATE concepts.outcome_set SET document = ''",
                "DELETE FROM access.account",
                "UPDATE access.account SET organisation = 'spil'"
            })
    void mayNot(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> doneBy("spil", statement))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void mayNotLiftRowSecurity() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> doneBy("spil", "ALTER TABLE deliveries.delivery DISABLE ROW LEVEL SECURITY"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> doneBy("spil", "SET row_security = off; SELECT * FROM deliveries.delivery"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "log_min_error_statement, panic",
        "log_parameter_max_length_on_error, 0"
    })
    void runsOnAServerThatIsSafe(String setting, String value) throws SQLException {
        assertThat(all("SHOW " + setting)).containsExactly(value);
    }

    @Test
    void needsAPasswordOnEveryWayIn() throws SQLException {
        assertThat(all("SELECT DISTINCT auth_method FROM pg_hba_file_rules")).containsExactly("scram-sha-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"waardeketen_app", "postgres"})
    void isRefusedWithAWrongPassword(String user) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> TestHome.shared().connect(user, "wrong").close())
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"waardeketen_app", "postgres"})
    void isRefusedWithoutAPassword(String user) {
        var properties = new Properties();
        properties.put("user", user);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(TestHome.shared().address(), properties)
                        .close())
                .withMessageContaining("no password was provided");
    }

    @Test
    void isReachedOverTheLoopbackAddressOnly() throws SQLException, IOException {
        int port = URI.create(TestHome.shared().address().substring("jdbc:".length()))
                .getPort();
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        assumeTrue(!others.isEmpty(), "skipped: this machine has no address but the loopback address");

        reach(InetAddress.getLoopbackAddress(), port);
        assertThat(others)
                .allSatisfy(address ->
                        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> reach(address, port)));
    }

    private static void reach(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }
}
