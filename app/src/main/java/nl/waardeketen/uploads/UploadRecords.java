// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Uploads of the organisation that acts. */
@Repository
@Transactional
class UploadRecords {
    private static final String WHERE_ID = " WHERE id = :id";

    private final JdbcClient database;

    UploadRecords(JdbcClient database) {
        this.database = database;
    }

    void add(Upload upload) {
        database.sql("INSERT INTO deliveries.upload (id, organisation, account, account_name, started_at, touched_at)"
                        + " VALUES (:id, :organisation, :account, :name, :now, :now)")
                .param("id", upload.id())
                .param("organisation", upload.organisation())
                .param("account", upload.account())
                .param("name", upload.accountName())
                .param("now", Timestamp.from(upload.startedAt()))
                .update();
        for (var file : upload.files()) {
            database.sql("INSERT INTO deliveries.upload_file VALUES (:id, :organisation, :number, :name, :size, 0)")
                    .param("id", upload.id())
                    .param("organisation", upload.organisation())
                    .param("number", file.number())
                    .param("name", file.name())
                    .param("size", file.size())
                    .update();
        }
    }

    /** Newest first, without their reports. */
    List<Upload> all() {
        var columns = Stream.of(
                        "id, organisation, account, account_name, started_at, touched_at, state, outcome_set, checked_at",
                        "NULL AS report, refusal, replaces, delivery, ended_at, ended_by, reason")
                .collect(Collectors.joining(", "));
        return database.sql("SELECT " + columns + " FROM deliveries.upload ORDER BY started_at DESC, id")
                .query(this::read)
                .list();
    }

    Optional<Upload> find(UUID id) {
        return database.sql("SELECT * FROM deliveries.upload" + WHERE_ID)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Upload> hold(UUID id) {
        return database.sql("SELECT * FROM deliveries.upload" + WHERE_ID + " FOR UPDATE")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    void received(UUID id, int number, long received, Instant now) {
        database.sql("UPDATE deliveries.upload_file SET received = :received WHERE upload = :id AND number = :number")
                .param("received", received)
                .param("id", id)
                .param("number", number)
                .update();
        database.sql("UPDATE deliveries.upload SET touched_at = :now" + WHERE_ID)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Moves it on, if it is still where it was; tells whether it was. */
    boolean move(UUID id, Upload.State from, Upload.State to, @Nullable UUID replaces) {
        return database.sql("UPDATE deliveries.upload SET state = :to, replaces = coalesce(:replaces, replaces)"
                                + WHERE_ID + " AND state = :from")
                        .param("to", to.name())
                        .param("replaces", replaces, Types.OTHER)
                        .param("from", from.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Keeps what a check found, unless somebody cancelled it meanwhile. */
    boolean checked(UUID id, Upload.State state, @Nullable String outcomeSet, @Nullable String report, Instant now) {
        return database.sql("UPDATE deliveries.upload SET state = :state, outcome_set = :set, checked_at = :now,"
                                + " report = CAST(:report AS jsonb)" + WHERE_ID + " AND state = 'CHECKING'")
                        .param("state", state.name())
                        .param("set", outcomeSet)
                        .param("now", Timestamp.from(now))
                        .param("report", report)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Keeps another judgement of the same check. */
    void judged(UUID id, Upload.State state, String report) {
        database.sql("UPDATE deliveries.upload SET state = :state, report = CAST(:report AS jsonb)" + WHERE_ID)
                .param("state", state.name())
                .param("report", report)
                .param("id", id)
                .update();
    }

    void refused(UUID id, @Nullable String code, Upload.State state) {
        database.sql("UPDATE deliveries.upload SET state = :state, refusal = :code, replaces = NULL" + WHERE_ID)
                .param("state", state.name())
                .param("code", code)
                .param("id", id)
                .update();
    }

    void landed(UUID id, UUID delivery, Instant now) {
        database.sql(
                        "UPDATE deliveries.upload SET state = 'LANDED', delivery = :delivery, ended_at = :now, refusal = NULL"
                                + WHERE_ID)
                .param("delivery", delivery)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void endedBy(UUID id, String account) {
        database.sql("UPDATE deliveries.upload SET ended_by = :account" + WHERE_ID)
                .param("account", account)
                .param("id", id)
                .update();
    }

    void ended(UUID id, Upload.State state, @Nullable String by, @Nullable String reason, Instant now) {
        database.sql("UPDATE deliveries.upload SET state = :state, ended_at = :now, ended_by = :by, reason = :reason"
                        + WHERE_ID)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        database.sql("DELETE FROM deliveries.upload" + WHERE_ID).param("id", id).update();
    }

    private Upload read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Upload(
                id,
                row.getString("organisation"),
                row.getString("account"),
                row.getString("account_name"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("touched_at").toInstant(),
                Upload.State.valueOf(row.getString("state")),
                row.getString("outcome_set"),
                instant(row.getTimestamp("checked_at")),
                row.getString("report"),
                row.getString("refusal"),
                row.getObject("replaces", UUID.class),
                row.getObject("delivery", UUID.class),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                row.getString("reason"),
                files(id));
    }

    private List<UploadedFile> files(UUID id) {
        return database.sql("SELECT number, name, size, received FROM deliveries.upload_file WHERE upload = :id"
                        + " ORDER BY number")
                .param("id", id)
                .query(UploadedFile.class)
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
