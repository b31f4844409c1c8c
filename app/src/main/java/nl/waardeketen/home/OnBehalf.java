// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one transaction do the work of several organisations in turn, each seeing and writing its own rows only. */
@Component
public class OnBehalf {
    private final JdbcClient database;

    OnBehalf(JdbcClient database) {
        this.database = database;
    }

    /** From here to the end of the transaction, or until the next call, works on behalf of that organisation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(String organisation) {
        database.sql("SELECT set_config('app.organisation', :organisation, true)")
                .param("organisation", organisation)
                .query()
                .singleValue();
    }
}
