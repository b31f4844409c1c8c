// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.home.OnBehalf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes between releases in the database, seen by those who see the results. */
@Repository
class ChangeRecords {
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final OnBehalf onBehalf;

    ChangeRecords(JdbcClient database, JdbcTemplate batches, OnBehalf onBehalf) {
        this.database = database;
        this.batches = batches;
        this.onBehalf = onBehalf;
    }

    /** Changes of one organisation, written on its behalf. */
    void add(UUID release, UUID previous, String group, String organisation, List<Change> changes) {
        onBehalf.of(organisation);
        batches.batchUpdate(
                "INSERT INTO benchmarking.change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                changes.stream()
                        .map(change -> new Object[] {
                            release,
                            previous,
                            group,
                            change.indicator(),
                            organisation,
                            change.from().toString(),
                            change.to().toString(),
                            change.before(),
                            change.late(),
                            change.patients(),
                            change.definition(),
                            change.model(),
                            change.after(),
                            change.patientsBefore(),
                            change.patientsCorrected(),
                            change.patientsAfter()
                        })
                        .toList());
    }

    List<Change> of(UUID release, String indicator) {
        return database.sql("SELECT * FROM benchmarking.change WHERE release = :release AND indicator = :indicator"
                        + " ORDER BY organisation")
                .param("release", release)
                .param("indicator", indicator)
                .query(ChangeRecords::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("indicator"),
                row.getString("organisation"),
                Period.parse(row.getString("from_period")).orElseThrow(),
                Period.parse(row.getString("to_period")).orElseThrow(),
                row.getDouble("before"),
                row.getDouble("late"),
                row.getDouble("patients"),
                row.getDouble("definition"),
                row.getDouble("model"),
                row.getDouble("after"),
                row.getLong("patients_before"),
                row.getLong("patients_corrected"),
                row.getLong("patients_after"));
    }
}
