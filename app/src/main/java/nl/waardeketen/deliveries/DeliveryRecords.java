// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.CheckReport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Manifests of the deliveries of the organisation that acts. */
@Repository
class DeliveryRecords {
    private static final String COUNTS =
            "id NOT IN (SELECT replaces FROM deliveries.delivery WHERE replaces IS NOT NULL)"
                    + " AND id NOT IN (SELECT delivery FROM deliveries.withdrawal)";

    private final JdbcClient database;

    DeliveryRecords(JdbcClient database) {
        this.database = database;
    }

    void add(Delivery delivery) {
        database.sql("""
                INSERT INTO deliveries.delivery VALUES (:id, :organisation, :outcomeSet, :outcomeSetVersion, :received,
                    :sourceName, :sourceSha256, :mappingSha256, :rows, :quarantined, string_to_array(:codes, chr(31)),
                    :lakePath, :lakeSha256, CAST(:lakeSchema AS jsonb), :pseudonymKeyVersion, :firstStageOnReceipt,
                    :replaces)""")
                .param("id", delivery.id())
                .param("organisation", delivery.organisation())
                .param("outcomeSet", delivery.outcomeSet())
                .param("outcomeSetVersion", delivery.outcomeSetVersion())
                .param("received", Timestamp.from(delivery.receivedAt()))
                .param("sourceName", delivery.sourceName())
                .param("sourceSha256", delivery.sourceSha256())
                .param("mappingSha256", delivery.mappingSha256())
                .param("rows", delivery.rows())
                .param("quarantined", delivery.quarantined())
                .param("lakePath", delivery.lakePath())
                .param("lakeSha256", delivery.lakeSha256())
                .param("lakeSchema", delivery.lakeSchema())
                .param("pseudonymKeyVersion", delivery.pseudonymKeyVersion())
                .param("firstStageOnReceipt", delivery.firstStageOnReceipt())
                .param("replaces", delivery.replaces(), Types.OTHER)
                .param("codes", String.join("\u001f", delivery.organisations()))
                .update();
    }

    void add(Delivery delivery, DeliveryFile file) {
        database.sql("""
                INSERT INTO deliveries.delivery_file VALUES (:delivery, :organisation, :table, :sourceName, :rows,
                    :quarantined, :path, :sha256, CAST(:schema AS jsonb))""")
                .param("delivery", delivery.id())
                .param("organisation", delivery.organisation())
                .param("table", file.table())
                .param("sourceName", file.sourceName())
                .param("rows", file.rows())
                .param("quarantined", file.quarantined())
                .param("path", file.path())
                .param("sha256", file.sha256())
                .param("schema", file.schema())
                .update();
    }

    /** Keeps what a check found. */
    void add(UUID id, DeliverySource source, CheckReport report, Instant moment, @Nullable UUID delivery) {
        database.sql("""
                INSERT INTO deliveries.check_report VALUES (:id, :organisation, :set, :moment, :sourceName, :outcome,
                    :delivery, CAST(:report AS jsonb))""")
                .param("id", id)
                .param("organisation", source.sender())
                .param("set", source.outcomeSet().code())
                .param("moment", Timestamp.from(moment))
                .param("sourceName", source.name())
                .param("outcome", CheckReportJson.word(report.outcome()))
                .param("delivery", delivery, Types.OTHER)
                .param("report", CheckReportJson.of(report))
                .update();
    }

    /** The tables of a delivery; none for those of earlier versions, which have their episodes alone. */
    List<DeliveryFile> files(UUID delivery) {
        return database.sql("SELECT * FROM deliveries.delivery_file WHERE delivery = :delivery ORDER BY table_code")
                .param("delivery", delivery)
                .query((row, number) -> new DeliveryFile(
                        row.getString("table_code"),
                        row.getString("source_name"),
                        row.getLong("rows"),
                        row.getLong("quarantined"),
                        row.getString("lake_path"),
                        row.getString("lake_sha256"),
                        row.getString("lake_schema")))
                .list();
    }

    /** The delivery of the same file for the same patient group, unless another one replaced it. */
    Optional<Delivery> same(DeliverySource source, String sourceSha256) {
        return database.sql(
                        "SELECT * FROM deliveries.delivery WHERE outcome_set = :set AND source_sha256 = :source AND "
                                + COUNTS)
                .param("set", source.outcomeSet().code())
                .param("source", sourceSha256)
                .query(DeliveryRecords::read)
                .optional();
    }

    List<Delivery> of(String outcomeSet) {
        return database.sql("SELECT * FROM deliveries.delivery WHERE outcome_set = :set AND " + COUNTS
                        + " ORDER BY received_at, id")
                .param("set", outcomeSet)
                .query(DeliveryRecords::read)
                .list();
    }

    /** Those among some, also when another one replaced them. */
    List<Delivery> among(List<UUID> ids) {
        return database.sql(
                        "SELECT * FROM deliveries.delivery WHERE id = ANY (CAST(string_to_array(:ids, ' ') AS uuid[]))"
                                + " ORDER BY received_at, id")
                .param("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .query(DeliveryRecords::read)
                .list();
    }

    boolean exists(UUID id) {
        return database.sql("SELECT count(*) > 0 FROM deliveries.delivery WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Every delivery of the organisation that acts, newest first, also those that no longer count. */
    List<Delivery> history() {
        return database.sql("SELECT * FROM deliveries.delivery ORDER BY received_at DESC, id")
                .query(DeliveryRecords::read)
                .list();
    }

    static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("organisation"),
                row.getString("outcome_set"),
                row.getString("outcome_set_version"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("source_name"),
                row.getString("source_sha256"),
                row.getString("mapping_sha256"),
                row.getLong("rows"),
                row.getLong("quarantined"),
                texts(row.getArray("organisations")),
                row.getString("lake_path"),
                row.getString("lake_sha256"),
                row.getString("lake_schema"),
                row.getInt("pseudonym_key_version"),
                row.getBoolean("first_stage_on_receipt"),
                row.getObject("replaces", UUID.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
