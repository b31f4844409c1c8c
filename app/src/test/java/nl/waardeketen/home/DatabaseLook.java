// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.commands.TestHome;

/** Questions that tests put to the database of the shared home, without the program in between. */
final class DatabaseLook {
    private DatabaseLook() {}

    /** The first column, as text. */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (answer.next()) {
                texts.add(String.valueOf(answer.getString(1)));
            }
            return texts;
        }
    }

    /** What the superuser sees. */
    static List<String> all(String sql) throws SQLException {
        try (var connection = TestHome.shared().asSuperuser()) {
            return texts(connection, sql);
        }
    }

    /** What the program sees on behalf of an organisation; empty for none. */
    static List<String> seenBy(String organisation, String sql) throws SQLException {
        try (var connection = TestHome.shared().as(organisation)) {
            return texts(connection, sql);
        }
    }

    static void doneBy(String organisation, String sql) throws SQLException {
        try (var connection = TestHome.shared().as(organisation);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A table, written as {@code schema.table}. */
    static List<String> tables(String condition) throws SQLException {
        return all("SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n"
                + " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog',"
                + " 'information_schema') AND n.nspname NOT LIKE 'pg_toast%' AND " + condition + " ORDER BY 1");
    }
}
