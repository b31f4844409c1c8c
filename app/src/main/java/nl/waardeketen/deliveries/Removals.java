// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries of the organisation that acts whose files were taken out of the lake. */
@Repository
class Removals {
    private final JdbcClient database;
    private final Clock clock;

    Removals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(Delivery delivery, String reason) {
        database.sql("INSERT INTO deliveries.removal VALUES (:organisation, :delivery, :now,"
                        + " coalesce(nullif(current_setting('app.user', true), ''), 'unknown'), :reason)")
                .param("organisation", delivery.organisation())
                .param("delivery", delivery.id())
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("reason", reason)
                .update();
    }

    List<UUID> all() {
        return database.sql("SELECT delivery FROM deliveries.removal")
                .query(UUID.class)
                .list();
    }

    /** How much of a delivery did not land because patients object. */
    void addLeftOut(Delivery delivery, long rows, long patients) {
        database.sql("INSERT INTO deliveries.left_out VALUES (:organisation, :delivery, :rows, :patients)")
                .param("organisation", delivery.organisation())
                .param("delivery", delivery.id())
                .param("rows", rows)
                .param("patients", patients)
                .update();
    }
}
