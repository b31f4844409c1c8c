// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why each organisation may deliver the data of a patient group. Without it nothing lands. */
@Service
public class LegalBases {
    private final JdbcClient database;
    private final Clock clock;
    private final OnBehalf onBehalf;

    LegalBases(JdbcClient database, Clock clock, OnBehalf onBehalf) {
        this.database = database;
        this.clock = clock;
        this.onBehalf = onBehalf;
    }

    /**
     * A basis as it was entered.
     *
     * @param since from which day on
     */
    public record LegalBasis(
            String organisation,
            String outcomeSet,
            DeclaredBasis basis,
            LocalDate since,
            Instant enteredAt,
            String enteredBy) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Enters a basis, which takes the place of the one before; one whose last day is past ends what there is. */
    @Transactional
    public void set(String organisation, String outcomeSet, DeclaredBasis basis, LocalDate since) {
        onBehalf.of(organisation);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.sql("""
                INSERT INTO deliveries.legal_basis VALUES (:organisation, :set, :now,
                    coalesce(nullif(current_setting('app.user', true), ''), 'unknown'), :purpose, :ground, :since, :months,
                    :until, :document)""")
                .param("organisation", organisation)
                .param("set", outcomeSet)
                .param("now", Timestamp.from(now))
                .param("purpose", basis.purpose())
                .param("ground", basis.ground().code())
                .param("since", Date.valueOf(since))
                .param("months", basis.months(), Types.INTEGER)
                .param("until", date(basis.until()), Types.DATE)
                .param("document", basis.document())
                .update();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /** The basis that counts. */
    @Transactional(readOnly = true)
    public Optional<LegalBasis> current(String organisation, String outcomeSet) {
        return list(organisation).stream()
                .filter(basis -> basis.outcomeSet().equals(outcomeSet))
                .findFirst();
    }

    /** All that an organisation entered, the newest of each patient group first. */
    @Transactional(readOnly = true)
    public List<LegalBasis> list(String organisation) {
        onBehalf.of(organisation);
        return database.sql("SELECT * FROM deliveries.legal_basis WHERE organisation = :organisation"
                        + " ORDER BY outcome_set, entered_at DESC")
                .param("organisation", organisation)
                .query(LegalBases::read)
                .list();
    }

    private static LegalBasis read(ResultSet row, int number) throws SQLException {
        var until = row.getDate("retained_until");
        int months = row.getInt("retention_months");
        return new LegalBasis(
                row.getString("organisation"),
                row.getString("outcome_set"),
                new DeclaredBasis(
                        row.getString("purpose"),
                        LegalGround.of(row.getString("ground")),
                        months == 0 ? null : Integer.valueOf(months),
                        until == null ? null : until.toLocalDate(),
                        row.getString("document")),
                row.getDate("since").toLocalDate(),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("entered_by"));
    }

    /**
     * Makes sure that a delivery has a basis: the one that was entered, else the one that it declares.
     *
     * @return the one it declares, if that is to be entered when it lands
     * @throws Refused {@code basis.none} when there is none, {@code basis.over} when its last day is past, {@code
     *     basis.later} when it has not begun
     */
    @Transactional(readOnly = true)
    public Optional<DeclaredBasis> require(DeliverySource source) {
        var group = source.outcomeSet().code();
        var entered = current(source.sender(), group);
        var declared = source.basis();
        if (entered.isEmpty() && declared == null) {
            throw new Refused("basis.none", source.sender(), group);
        }
        var basis = entered.map(LegalBasis::basis).orElseGet(() -> Objects.requireNonNull(declared));
        if (basis.isOver(clock.instant(), today())) {
            throw new Refused("basis.over", source.sender(), group, basis.retention());
        }
        if (entered.isPresent() && entered.get().since().isAfter(today())) {
            throw new Refused(
                    "basis.later", source.sender(), group, entered.get().since());
        }
        return entered.isPresent() ? Optional.empty() : Optional.ofNullable(declared);
    }
}
