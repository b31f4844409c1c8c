// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.concepts.AgreedThresholds;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the deliveries of an organisation may go: what the outcome set says, unless the organisation changed it, which it
 * does with a reason that every later check repeats.
 */
@Service
public class Thresholds {
    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Clock clock;
    private final OnBehalf onBehalf;

    Thresholds(JdbcClient database, Clock clock, OnBehalf onBehalf) {
        this.database = database;
        this.clock = clock;
        this.onBehalf = onBehalf;
    }

    /**
     * What an organisation decided on a threshold.
     *
     * @param threshold its code
     * @param limit the limit since then; {@code null} for the one of the outcome set
     */
    public record Change(
            String threshold, @Nullable Double limit, String reason, Instant changedAt, String changedBy) {}

    /**
     * Changes a threshold of an organisation.
     *
     * @param limit the new limit; {@code null} for the one of the outcome set
     * @throws NotFound {@code threshold.unknown} when the set has no such threshold
     * @throws Invalid {@code threshold.limit} or {@code threshold.reason} when one of them cannot be
     */
    @Transactional
    public void change(String organisation, OutcomeSet set, String code, @Nullable Double limit, String reason) {
        var threshold = AgreedThresholds.of(set).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("threshold.unknown", code));
        if (limit != null && !threshold.measure().allows(limit)) {
            throw new Invalid("threshold.limit", limit);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Invalid("threshold.reason");
        }
        onBehalf.of(organisation);
        database.sql("""
                INSERT INTO deliveries.threshold_change VALUES (:organisation, :set, :threshold, :now,
                    coalesce(nullif(current_setting('app.user', true), ''), 'unknown'), :limit, :reason)""")
                .param("organisation", organisation)
                .param("set", set.code())
                .param("threshold", code)
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("limit", limit, Types.DOUBLE)
                .param("reason", reason.strip())
                .update();
    }

    /** All that an organisation decided, newest first. */
    @Transactional(readOnly = true)
    public List<Change> history(String organisation, String group) {
        onBehalf.of(organisation);
        return database.sql("SELECT * FROM deliveries.threshold_change WHERE organisation = :organisation"
                        + " AND outcome_set = :set ORDER BY changed_at DESC")
                .param("organisation", organisation)
                .param("set", group)
                .query(Thresholds::read)
                .list();
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("threshold"),
                row.getObject("threshold_limit", Double.class),
                row.getString("reason"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    /** What counts now of what an organisation decided, by the code of the threshold. */
    @Transactional(readOnly = true)
    public Map<String, Change> changes(String organisation, String group) {
        return history(organisation, group).stream()
                .collect(Collectors.toMap(Change::threshold, Function.identity(), (newest, older) -> newest))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().limit() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The thresholds with the limits that these changes give them. */
    public static List<Threshold> changed(List<Threshold> agreed, Map<String, Change> changes) {
        return agreed.stream()
                .map(each -> changed(each, changes.get(each.code())))
                .toList();
    }

    private static Threshold changed(Threshold agreed, @Nullable Change change) {
        var limit = change == null ? null : change.limit();
        return limit == null || !agreed.measure().allows(limit) ? agreed : agreed.with(limit);
    }

    /**
     * A delivery with the thresholds of its sender.
     *
     * @param notes the thresholds that the sender changed
     */
    record Held(DeliverySource source, List<String> notes) {}

    /** Holds a delivery to the thresholds of its sender. */
    @Transactional(readOnly = true)
    Held held(DeliverySource source) {
        var changes = changes(source.sender(), source.outcomeSet().code());
        var agreed = source.plan().thresholds();
        var notes = agreed.stream()
                .filter(each -> !changed(each, changes.get(each.code())).equals(each))
                .map(each -> note(each, changes.get(each.code())))
                .toList();
        return new Held(source.heldTo(changed(agreed, changes)), notes);
    }

    private static String note(Threshold agreed, @Nullable Change change) {
        return change == null
                ? ""
                : "threshold " + agreed.code() + ": " + change.limit() + " instead of " + agreed.limit()
                        + ", changed by " + change.changedBy() + ": " + change.reason();
    }
}
