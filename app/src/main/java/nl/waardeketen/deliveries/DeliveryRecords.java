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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Manifests of the deliveries of the organisation that acts. */
@Repository
class DeliveryRecords {
    private static final String DELIVERY = """
            SELECT d.*, coalesce((SELECT max(pseudonym_key_version) FROM deliveries.rotation WHERE delivery = d.id),
                d.pseudonym_key_version) AS current_version
            FROM deliveries.delivery d
            """;

    /**
     * A file that was written anew under a later key stands in the place of the one that landed; a delivery of an earlier
     * version has one file, which its own row names.
     */
    private static final String FILES = """
            SELECT f.*, coalesce(r.lake_path, f.path) AS current_path, coalesce(r.lake_sha256, f.sha256) AS current_sha256
            FROM (SELECT delivery, table_code, source_name, rows, quarantined, lake_path AS path, lake_sha256 AS sha256,
                    lake_schema FROM deliveries.delivery_file
                UNION ALL SELECT id, split_part(lake_path, '/', 1), source_name, rows, quarantined, lake_path, lake_sha256,
                    lake_schema FROM deliveries.delivery d
                    WHERE NOT EXISTS (SELECT FROM deliveries.delivery_file WHERE delivery = d.id)) f
                LEFT JOIN LATERAL (SELECT * FROM deliveries.rotation
                    WHERE delivery = f.delivery AND lake_table = f.table_code
                    ORDER BY pseudonym_key_version DESC LIMIT 1) r ON true
            WHERE f.delivery = ANY (CAST(string_to_array(:ids, ' ') AS uuid[]))
            ORDER BY f.table_code
            """;

    private static final String KEPT = "d.id NOT IN (SELECT delivery FROM deliveries.removal)";
    private static final String COUNTS =
            KEPT + " AND d.id NOT IN (SELECT replaces FROM deliveries.delivery WHERE replaces IS NOT NULL)"
                    + " AND d.id NOT IN (SELECT delivery FROM deliveries.withdrawal)";

    private final JdbcClient database;

    DeliveryRecords(JdbcClient database) {
        this.database = database;
    }

    /** Enters a manifest; its own row also holds the file of its episodes, or of its first table. */
    void add(Delivery delivery) {
        var first = delivery.episodes().orElse(delivery.files().get(0));
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
                .param("lakePath", first.path())
                .param("lakeSha256", first.sha256())
                .param("lakeSchema", first.schema())
                .param("pseudonymKeyVersion", delivery.pseudonymKeyVersion())
                .param("firstStageOnReceipt", delivery.firstStageOnReceipt())
                .param("replaces", delivery.replaces(), Types.OTHER)
                .param("codes", String.join("\u001f", delivery.organisations()))
                .update();
        delivery.files().forEach(file -> add(delivery, file));
    }

    private void add(Delivery delivery, DeliveryFile file) {
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

    /** What the check of a delivery found that landed; nothing for one of a version that kept no reports. */
    Optional<String> report(UUID delivery) {
        return database.sql("SELECT report FROM deliveries.check_report WHERE delivery = :delivery"
                        + " ORDER BY checked_at DESC LIMIT 1")
                .param("delivery", delivery)
                .query(String.class)
                .optional();
    }

    private record Filed(UUID delivery, DeliveryFile file) {}

    private List<Delivery> withFiles(List<Delivery> found) {
        var files = database
                .sql(FILES)
                .param("ids", ids(found.stream().map(Delivery::id).toList()))
                .query((row, number) -> new Filed(
                        row.getObject("delivery", UUID.class),
                        new DeliveryFile(
                                row.getString("table_code"),
                                row.getString("source_name"),
                                row.getLong("rows"),
                                row.getLong("quarantined"),
                                row.getString("current_path"),
                                row.getString("current_sha256"),
                                row.getString("lake_schema"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Filed::delivery, Collectors.mapping(Filed::file, Collectors.toList())));
        return found.stream()
                .map(delivery -> delivery.with(files.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private static String ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    /** The delivery of the same file for the same patient group, unless another one replaced it. */
    Optional<Delivery> same(DeliverySource source, String sourceSha256) {
        return list(database.sql(DELIVERY + "WHERE outcome_set = :set AND source_sha256 = :source AND " + COUNTS)
                        .param("set", source.outcomeSet().code())
                        .param("source", sourceSha256))
                .stream()
                .findFirst();
    }

    List<Delivery> of(String outcomeSet) {
        return list(database.sql(DELIVERY + "WHERE outcome_set = :set AND " + COUNTS + " ORDER BY received_at, id")
                .param("set", outcomeSet));
    }

    /** Every one whose files are in the lake, also when another one replaced it. */
    List<Delivery> kept() {
        return list(database.sql(DELIVERY + "WHERE " + KEPT + " ORDER BY received_at, id"));
    }

    /** Every one whose files were taken out of the lake. */
    List<Delivery> removed() {
        return list(database.sql(DELIVERY + "WHERE NOT " + KEPT + " ORDER BY received_at, id"));
    }

    /** Puts a file that was written anew in the place of the one that was there. */
    void rotate(Delivery delivery, int version, Instant at, DeliveryFile file) {
        database.sql("INSERT INTO deliveries.rotation VALUES (:organisation, :delivery, :table, :version, :at, :path,"
                        + " :sha256)")
                .param("organisation", delivery.organisation())
                .param("delivery", delivery.id())
                .param("table", file.table())
                .param("version", version)
                .param("at", Timestamp.from(at))
                .param("path", file.path())
                .param("sha256", file.sha256())
                .update();
    }

    /** Those among some that are still in the lake, also when another one replaced them. */
    List<Delivery> among(List<UUID> ids) {
        return list(database.sql(DELIVERY + "WHERE id = ANY (CAST(string_to_array(:ids, ' ') AS uuid[])) AND " + KEPT
                        + " ORDER BY received_at, id")
                .param("ids", ids(ids)));
    }

    private List<Delivery> list(StatementSpec question) {
        return withFiles(question.query(DeliveryRecords::read).list());
    }

    boolean exists(UUID id) {
        return database.sql("SELECT count(*) > 0 FROM deliveries.delivery WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Every delivery of the organisation that acts, newest first, also those that no longer count. */
    List<Delivery> history() {
        return list(database.sql(DELIVERY + "ORDER BY received_at DESC, id"));
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
                List.of(),
                row.getInt("current_version"),
                row.getBoolean("first_stage_on_receipt"),
                row.getObject("replaces", UUID.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
