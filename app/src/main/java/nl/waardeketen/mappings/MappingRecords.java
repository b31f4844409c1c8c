// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Mappings of the organisation that acts. */
@Repository
class MappingRecords {
    private final JdbcClient database;

    MappingRecords(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it as the next version; two at once of one organisation follow each other, or one of them fails. */
    @Transactional
    public SavedMapping add(SavedMapping mapping) {
        int version = newest(mapping.group()).map(SavedMapping::version).orElse(0) + 1;
        database.sql("""
                INSERT INTO deliveries.mapping VALUES (:id, :organisation, :group, :version, :saved, :by, :document,
                    CAST(:columns AS jsonb))""")
                .param("id", mapping.id())
                .param("organisation", mapping.organisation())
                .param("group", mapping.group())
                .param("version", version)
                .param("saved", Timestamp.from(mapping.savedAt()))
                .param("by", mapping.savedBy())
                .param("document", mapping.document())
                .param("columns", KnownColumn.json(mapping.columns()))
                .update();
        return one(mapping.id()).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<SavedMapping> all() {
        return database.sql("SELECT * FROM deliveries.mapping ORDER BY outcome_set, version DESC")
                .query(MappingRecords::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SavedMapping> newest(String group) {
        return database.sql("SELECT * FROM deliveries.mapping WHERE outcome_set = :group ORDER BY version DESC LIMIT 1")
                .param("group", group)
                .query(MappingRecords::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<SavedMapping> one(UUID id) {
        return database.sql("SELECT * FROM deliveries.mapping WHERE id = :id")
                .param("id", id)
                .query(MappingRecords::read)
                .optional();
    }

    private static SavedMapping read(ResultSet row, int number) throws SQLException {
        return new SavedMapping(
                row.getObject("id", UUID.class),
                row.getString("organisation"),
                row.getString("outcome_set"),
                row.getInt("version"),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by"),
                row.getString("document"),
                KnownColumn.read(row.getString("columns")));
    }
}
