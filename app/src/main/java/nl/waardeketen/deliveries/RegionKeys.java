// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.DeliveryPlan.Stage;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.home.KeyFile;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.home.Secrets;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of the region's key of a patient group. The database knows how many there are and by what to know each of
 * them; the keys themselves are in files or the environment.
 */
@Component
class RegionKeys {
    private static final String SENDER = "sender";

    private final JdbcClient database;
    private final Secrets secrets;
    private final Clock clock;
    private final OnBehalf onBehalf;

    RegionKeys(JdbcClient database, Secrets secrets, Clock clock, OnBehalf onBehalf) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
        this.onBehalf = onBehalf;
    }

    /** The keys with which pseudonyms are made now. */
    record Current(int version, PseudonymKeys keys) {}

    private record Version(int version, String fingerprint) {}

    private static String name(String group, int version) {
        return "region-" + group + (version == 1 ? "" : "-v" + version);
    }

    /**
     * The keys of a group; the first version is made when there is none.
     *
     * @throws Refused {@code key.missing} or {@code key.other} when a key with which pseudonyms were made is not there, or
     *     another one is in its place
     */
    @Transactional
    public Current current(String group, Stage stage) {
        onBehalf.of(Organisations.HUB);
        if (versions(group).isEmpty()) {
            enter(group, 1, secrets.key(name(group, 1)));
        }
        var keys = keys(group);
        var sender = stage == Stage.IDENTIFIERS ? secrets.key(SENDER) : new byte[0];
        return new Current(keys.size(), new PseudonymKeys(sender, keys.get(0), keys.subList(1, keys.size())));
    }

    /**
     * The same for a group that has deliveries, with the senders' key only if it is there.
     *
     * @throws Refused {@code key.none} when the group has no key yet, {@code key.missing} when there is no senders' key
     */
    @Transactional
    public Current existing(String group, Stage stage) {
        if (version(group) == 0) {
            throw new Refused("key.none", group);
        }
        if (stage == Stage.IDENTIFIERS) {
            secrets.existing(SENDER);
        }
        return current(group, stage);
    }

    /** Makes sure that every version is there and is the one that was used. */
    @Transactional(readOnly = true)
    public void verify(String group) {
        onBehalf.of(Organisations.HUB);
        keys(group);
    }

    /** All versions of the key, in their order. */
    private List<byte[]> keys(String group) {
        var keys = new ArrayList<byte[]>();
        for (var version : versions(group)) {
            var name = name(group, version.version());
            var key = secrets.existing(name);
            if (!KeyFile.fingerprint(key).equals(version.fingerprint())) {
                throw new Refused("key.other", name);
            }
            keys.add(key);
        }
        return keys;
    }

    private List<Version> versions(String group) {
        return database.sql("SELECT version, fingerprint FROM deliveries.pseudonym_key WHERE outcome_set = :group"
                        + " ORDER BY version")
                .param("group", group)
                .query(Version.class)
                .list();
    }

    /** The newest version; 0 when there is none yet. */
    @Transactional(readOnly = true)
    public int version(String group) {
        onBehalf.of(Organisations.HUB);
        return versions(group).size();
    }

    /** Patient groups that have a key. */
    @Transactional(readOnly = true)
    public List<String> groups() {
        onBehalf.of(Organisations.HUB);
        return database.sql("SELECT DISTINCT outcome_set FROM deliveries.pseudonym_key ORDER BY outcome_set")
                .query(String.class)
                .list();
    }

    /** The key of the next version, on disk before anything is made with it. */
    byte[] next(String group) {
        return secrets.key(name(group, version(group) + 1));
    }

    /** Enters a version: from here on it counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(String group, int version, byte[] key) {
        onBehalf.of(Organisations.HUB);
        database.sql("INSERT INTO deliveries.pseudonym_key VALUES (:group, :version, :since, :fingerprint)"
                        + " ON CONFLICT DO NOTHING")
                .param("group", group)
                .param("version", version)
                .param("since", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("fingerprint", KeyFile.fingerprint(key))
                .update();
    }
}
