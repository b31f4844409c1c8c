// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.waardeketen.home.OnBehalf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts to sign in with. Five wrong passwords in a row lock an account for a quarter of an hour. */
@Repository
public class Accounts {
    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final OnBehalf onBehalf;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Accounts(JdbcClient database, OnBehalf onBehalf, PasswordEncoder encoder, Clock clock) {
        this.database = database;
        this.onBehalf = onBehalf;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Creates an account, unless there is one of that name; tells whether it did. */
    @Transactional
    public boolean create(String name, String organisation, String displayName, String password) {
        onBehalf.of(organisation);
        return database.sql(
                                "INSERT INTO access.account (name, organisation, display_name, password, created_at)"
                                        + " VALUES (:name, :organisation, :displayName, :password, :now) ON CONFLICT DO NOTHING")
                        .param("name", name.toLowerCase(Locale.ROOT))
                        .param("organisation", organisation)
                        .param("displayName", displayName)
                        .param("password", encoder.encode(password))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Gives the account of the user who acts a new password and unlocks it; false when there is none. */
    @Transactional
    public boolean renew(String name, String password) {
        var row = find(name);
        row.ifPresent(account -> {
            onBehalf.of(account.organisation());
            database.sql("UPDATE access.account SET password = :password, failures = 0, locked_until = NULL"
                            + " WHERE name = :name")
                    .param("password", encoder.encode(password))
                    .param("name", name)
                    .update();
        });
        return row.isPresent();
    }

    /** Whether an organisation has an account. */
    @Transactional(readOnly = true)
    public boolean any(String organisation) {
        onBehalf.of(organisation);
        return database.sql("SELECT count(*) > 0 FROM access.account WHERE organisation = :organisation")
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /** How people of the organisation that acts are called, by account. */
    @Transactional(readOnly = true)
    public Map<String, String> people() {
        return database
                .sql("SELECT name, display_name FROM access.account")
                .query((row, number) -> Map.entry(row.getString("name"), row.getString("display_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The account of the user who acts. */
    @Transactional(readOnly = true)
    Optional<Account.Row> find(String name) {
        return database.sql("SELECT * FROM access.account WHERE name = :name")
                .param("name", name)
                .query(Accounts::row)
                .optional();
    }

    private static Account.Row row(ResultSet row, int number) throws SQLException {
        var locked = row.getTimestamp("locked_until");
        return new Account.Row(
                row.getString("name"),
                row.getString("organisation"),
                row.getString("display_name"),
                row.getString("password"),
                row.getInt("failures"),
                locked == null ? null : locked.toInstant());
    }

    @Transactional
    void signedIn(String name, String organisation) {
        onBehalf.of(organisation);
        database.sql("UPDATE access.account SET failures = 0, locked_until = NULL WHERE name = :name AND failures > 0")
                .param("name", name)
                .update();
    }

    @Transactional
    void failed(String name, String organisation) {
        onBehalf.of(organisation);
        database.sql("UPDATE access.account SET failures = failures + 1, locked_until ="
                        + " CASE WHEN (failures + 1) % :most = 0 THEN CAST(:until AS timestamptz) ELSE locked_until END"
                        + " WHERE name = :name")
                .param("most", MOST_FAILURES)
                .param("until", Timestamp.from(clock.instant().plus(LOCKED)))
                .param("name", name)
                .update();
    }
}
