// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets deliveries and releases of one patient group wait for each other, also those of other processes. */
@Component
public class GroupLock {
    private final JdbcClient database;

    GroupLock(JdbcClient database) {
        this.database = database;
    }

    /** Waits for its turn, which lasts to the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String group) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:group, 0))")
                .param("group", group)
                .query((row, number) -> number)
                .single();
    }
}
