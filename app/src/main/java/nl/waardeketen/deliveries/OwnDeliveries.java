// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.waardeketen.home.GroupLock;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the organisation that acts has delivered, taken back, and how it compares with others that are not named. */
@Service
public class OwnDeliveries {
    private final JdbcClient database;
    private final DeliveryRecords records;
    private final GroupLock groupLock;
    private final Clock clock;

    /**
     * A measure of deliveries at other organisations, in steps of 5.
     *
     * @param others how many, three at least
     * @param lower lower quartile; {@code null} below five others
     * @param upper upper quartile; {@code null} below five others
     */
    public record OfOthers(
            String measure,
            int others,
            @Nullable Integer lower,
            int middle,
            @Nullable Integer upper) {}

    OwnDeliveries(JdbcClient database, DeliveryRecords records, GroupLock groupLock, Clock clock) {
        this.database = database;
        this.records = records;
        this.groupLock = groupLock;
        this.clock = clock;
    }

    /** Newest first, also those that no longer count. */
    @Transactional(readOnly = true)
    public List<Delivery> history() {
        return records.history();
    }

    @Transactional(readOnly = true)
    public List<Withdrawal> withdrawals() {
        return database.sql("SELECT delivery, withdrawn_at, withdrawn_by, reason FROM deliveries.withdrawal")
                .query((row, number) -> new Withdrawal(
                        row.getObject("delivery", UUID.class),
                        row.getTimestamp("withdrawn_at").toInstant(),
                        row.getString("withdrawn_by"),
                        row.getString("reason")))
                .list();
    }

    /**
     * Takes a delivery back: later releases leave it out. Its manifest and files stay; what it replaced stays replaced.
     *
     * @throws NotFound {@code delivery.unknown} when the organisation has no such delivery
     * @throws Refused {@code delivery.not-counting} when it was replaced or taken back already
     */
    @Transactional
    public void withdraw(UUID id, String organisation, String by, String reason) {
        var delivery = history().stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("delivery.unknown", id));
        groupLock.hold(delivery.outcomeSet());
        if (records.of(delivery.outcomeSet()).stream().noneMatch(own -> own.id().equals(id))) {
            throw new Refused("delivery.not-counting", id);
        }
        database.sql("INSERT INTO deliveries.withdrawal VALUES (:organisation, :delivery, :at, :by, :reason)")
                .param("organisation", organisation)
                .param("delivery", id)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    @Transactional(readOnly = true)
    public List<OfOthers> qualityOfOthers(String outcomeSet) {
        return database.sql("SELECT measure, others, lower, middle, upper FROM deliveries.quality_of_others(:set)")
                .param("set", outcomeSet)
                .query(OfOthers.class)
                .list();
    }
}
