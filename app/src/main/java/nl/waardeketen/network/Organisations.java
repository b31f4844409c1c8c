// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.network;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.waardeketen.access.OrganisationNames;
import nl.waardeketen.home.OnBehalf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of the region. */
@Repository
public class Organisations implements OrganisationNames {
    /** The organisation that runs the platform for the region. */
    public static final String HUB = "spil";

    private final JdbcClient database;
    private final OnBehalf onBehalf;

    Organisations(JdbcClient database, OnBehalf onBehalf) {
        this.database = database;
        this.onBehalf = onBehalf;
    }

    /** All, by name. */
    @Transactional(readOnly = true)
    public List<Organisation> all() {
        return database.sql("SELECT code, name, kind, confirmed FROM network.organisation ORDER BY name, code")
                .query(Organisation.class)
                .list();
    }

    /** Patient groups for which the organisation that acts agreed to be seen, or sees others. */
    @Transactional(readOnly = true)
    public List<String> groups() {
        return database.sql("SELECT DISTINCT outcome_set FROM network.visibility ORDER BY outcome_set")
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public String of(String code) {
        return database.sql("SELECT name FROM network.organisation WHERE code = :code")
                .param("code", code)
                .query(String.class)
                .optional()
                .orElse(code);
    }

    /** Takes organisations in; those that are known already stay as they are. Leaves off on behalf of the last one. */
    @Transactional
    public void register(Collection<Organisation> organisations) {
        for (var organisation : organisations) {
            onBehalf.of(organisation.code());
            database.sql("INSERT INTO network.organisation (code, name, kind, confirmed)"
                            + " VALUES (:code, :name, :kind, :confirmed) ON CONFLICT DO NOTHING")
                    .paramSource(organisation)
                    .update();
        }
    }

    /** Each of the organisations agrees to be seen by name by all of them, for one patient group. */
    @Transactional
    public void agree(Collection<String> organisations, String outcomeSet, LocalDate since) {
        for (var organisation : organisations) {
            onBehalf.of(organisation);
            for (var viewer : organisations) {
                if (!viewer.equals(organisation)) {
                    database.sql("INSERT INTO network.visibility (organisation, viewer, outcome_set, since)"
                                    + " VALUES (:organisation, :viewer, :set, :since) ON CONFLICT DO NOTHING")
                            .param("organisation", organisation)
                            .param("viewer", viewer)
                            .param("set", outcomeSet)
                            .param("since", Date.valueOf(since))
                            .update();
                }
            }
        }
    }
}
