// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.DeliveryPlan.Stage;
import nl.waardeketen.analytics.LakeFiles;
import nl.waardeketen.analytics.LakeFiles.LeftOut;
import nl.waardeketen.analytics.Pseudonyms;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.home.GroupLock;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Patients who object to the use of their data, known by pseudonym only. An objection with an organisation holds for the rows
 * of that organisation and for all that it delivers; from its day on they do not land, and releases leave them out.
 */
@Service
public class Objections {
    private final JdbcClient database;
    private final Clock clock;
    private final RegionKeys keys;
    private final Organisations organisations;
    private final Lake lake;
    private final OnBehalf onBehalf;
    private final GroupLock groupLock;

    Objections(
            JdbcClient database,
            Clock clock,
            RegionKeys keys,
            Organisations organisations,
            Lake lake,
            OnBehalf onBehalf,
            GroupLock groupLock) {
        this.database = database;
        this.clock = clock;
        this.keys = keys;
        this.organisations = organisations;
        this.lake = lake;
        this.onBehalf = onBehalf;
        this.groupLock = groupLock;
    }

    /** How many objections of an organisation hold, and how many were withdrawn. */
    public record Count(String outcomeSet, long hold, long withdrawn) {}

    /**
     * Files of deliveries without the patients who object.
     *
     * @param patients how many were left out
     */
    public record Permitted(List<Path> files, long patients) {}

    private record Entered(String organisation, String pseudonym, boolean holds) {}

    /**
     * Enters objections; those that hold already stay as they are.
     *
     * @param patients identifiers, or first stages
     * @return how many were entered
     */
    @Transactional
    public int add(String organisation, String group, List<String> patients, Stage stage, LocalDate since) {
        groupLock.hold(group);
        var current = keys.existing(group, stage);
        var pseudonyms = pseudonyms(patients, stage, current);
        onBehalf.of(organisation);
        int added = 0;
        for (var pseudonym : pseudonyms) {
            added += database.sql("""
                    INSERT INTO deliveries.objection SELECT :organisation, :set, decode(:pseudonym, 'hex'), :version, :since,
                        :now, coalesce(nullif(current_setting('app.user', true), ''), 'unknown'), NULL
                    WHERE NOT EXISTS (SELECT FROM deliveries.objection WHERE outcome_set = :set
                        AND pseudonym = decode(:pseudonym, 'hex') AND withdrawn_at IS NULL)""")
                    .param("organisation", organisation)
                    .param("set", group)
                    .param("pseudonym", pseudonym)
                    .param("version", current.version())
                    .param("since", Date.valueOf(since))
                    .param("now", moment())
                    .update();
        }
        return added;
    }

    private static Collection<String> pseudonyms(List<String> patients, Stage stage, RegionKeys.Current current) {
        return new HashSet<>(Pseudonyms.of(patients, stage, current.keys()).values());
    }

    private Timestamp moment() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Withdraws objections.
     *
     * @return how many that held
     */
    @Transactional
    public int withdraw(String organisation, String group, List<String> patients, Stage stage) {
        groupLock.hold(group);
        var pseudonyms = pseudonyms(patients, stage, keys.existing(group, stage));
        onBehalf.of(organisation);
        int withdrawn = 0;
        for (var pseudonym : pseudonyms) {
            withdrawn += database.sql("UPDATE deliveries.objection SET withdrawn_at = :now WHERE outcome_set = :set"
                            + " AND pseudonym = decode(:pseudonym, 'hex') AND withdrawn_at IS NULL")
                    .param("now", moment())
                    .param("set", group)
                    .param("pseudonym", pseudonym)
                    .update();
        }
        return withdrawn;
    }

    /** How many there are of an organisation, by patient group; never who. */
    @Transactional(readOnly = true)
    public List<Count> count(String organisation) {
        onBehalf.of(organisation);
        return database.sql("SELECT outcome_set, count(*) FILTER (WHERE withdrawn_at IS NULL) AS hold,"
                        + " count(*) FILTER (WHERE withdrawn_at IS NOT NULL) AS withdrawn"
                        + " FROM deliveries.objection GROUP BY outcome_set ORDER BY outcome_set")
                .query(Count.class)
                .list();
    }

    /** Objections of every organisation, and whether they hold today. */
    private List<Entered> entered(String group) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        onBehalf.of(Organisations.HUB);
        var found = new ArrayList<Entered>();
        for (var organisation :
                organisations.all().stream().map(Organisation::code).toList()) {
            onBehalf.of(organisation);
            found.addAll(database.sql("""
                    SELECT organisation, upper(encode(pseudonym, 'hex')) AS pseudonym,
                        bool_or(withdrawn_at IS NULL AND since <= :today) AS holds
                    FROM deliveries.objection WHERE outcome_set = :set GROUP BY organisation, pseudonym""")
                    .param("set", group)
                    .param("today", Date.valueOf(today))
                    .query(Entered.class)
                    .list());
        }
        return found;
    }

    /** Patients to leave out of a delivery by that organisation. */
    @Transactional(readOnly = true)
    public Set<LeftOut> of(String group, String sender) {
        return leftOut(entered(group), sender);
    }

    private static Set<LeftOut> leftOut(List<Entered> entered, String sender) {
        return entered.stream()
                .filter(Entered::holds)
                .map(each ->
                        new LeftOut(each.organisation().equals(sender) ? "" : each.organisation(), each.pseudonym()))
                .collect(Collectors.toSet());
    }

    /** The episodes of deliveries of one patient group as a release may read them; files without an objecting patient are themselves. */
    @Transactional(readOnly = true)
    public Permitted permitted(List<Delivery> deliveries, Scratch scratch) {
        var files = new ArrayList<Path>();
        var patients = new HashSet<String>();
        if (deliveries.isEmpty()) {
            return new Permitted(files, 0);
        }
        var entered = entered(deliveries.get(0).outcomeSet());
        for (var delivery : deliveries.stream().filter(Delivery::hasEpisodes).toList()) {
            var file = lake.file(delivery.episodes().orElseThrow());
            var out = leftOut(entered, delivery.organisation());
            var found = LakeFiles.leftOut(file, out, scratch);
            if (found.rows() > 0) {
                var copy = scratch.folder().resolve("without-" + delivery.id() + ".parquet");
                if (!Files.exists(copy)) {
                    LakeFiles.without(file, copy, out, scratch);
                }
                file = copy;
            }
            files.add(file);
            patients.addAll(found.patients());
        }
        return new Permitted(List.copyOf(files), patients.size());
    }

    /** Carries every objection of a group, also those withdrawn, along to the next version of the key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rotate(String group, byte[] key, int version) {
        var entered = entered(group);
        if (entered.isEmpty()) {
            return 0;
        }
        Map<String, String> next = Pseudonyms.next(
                entered.stream().map(Entered::pseudonym).distinct().toList(), key);
        for (var each : entered) {
            onBehalf.of(each.organisation());
            database.sql("UPDATE deliveries.objection SET pseudonym = decode(:next, 'hex'),"
                            + " pseudonym_key_version = :version WHERE outcome_set = :set"
                            + " AND pseudonym = decode(:pseudonym, 'hex')")
                    .param("next", next.get(each.pseudonym()))
                    .param("version", version)
                    .param("set", group)
                    .param("pseudonym", each.pseudonym())
                    .update();
        }
        return entered.size();
    }
}
