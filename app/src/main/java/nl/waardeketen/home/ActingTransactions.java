// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;

/** Tells the database, at the start of every transaction and for its length only, on whose behalf it runs. */
final class ActingTransactions extends JdbcTransactionManager {

    ActingTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var source = obtainDataSource();
        var connection = DataSourceUtils.getConnection(source);
        try {
            tell(connection, Acting.current().orElse(Acting.NOBODY));
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new TransactionSystemException("could not tell the database who acts", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    static void tell(Connection connection, Acting acting) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT set_config('app.organisation', ?, true), set_config('app.user', ?, true)")) {
            statement.setString(1, acting.organisation());
            statement.setString(2, acting.user());
            statement.execute();
        }
    }
}
