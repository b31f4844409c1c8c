// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outcome sets that this installation works with, every version of them. */
@Repository
public class OutcomeSets {
    private final JdbcClient database;
    private final Clock clock;
    private final Map<String, OutcomeSet> read = new ConcurrentHashMap<>();

    OutcomeSets(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A version of the set of a patient group.
     *
     * @throws NotFound {@code outcome-set.none} when it is not registered
     */
    @Transactional(readOnly = true)
    public OutcomeSet require(String group, String version) {
        var known = read.get(group + " " + version);
        if (known != null) {
            return known;
        }
        var document = database.sql(
                        "SELECT document FROM concepts.outcome_set WHERE code = :group AND version = :version")
                .param("group", group)
                .param("version", version)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("outcome-set.none", group, version));
        return remember(OutcomeSetReader.read(group + ".yaml", document));
    }

    private OutcomeSet remember(OutcomeSet set) {
        read.put(set.code() + " " + set.version(), set);
        return set;
    }

    /** The version of a patient group that was registered last. */
    @Transactional(readOnly = true)
    public OutcomeSet newest(String group) {
        var version = database.sql("SELECT version FROM concepts.outcome_set WHERE code = :group"
                        + " ORDER BY registered_at DESC, version DESC LIMIT 1")
                .param("group", group)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("outcome-set.none", group, ""));
        return require(group, version);
    }

    /** The newest set of every patient group, registered or coming with the program, by code. */
    @Transactional(readOnly = true)
    public List<OutcomeSet> all() {
        var all = new TreeMap<String, OutcomeSet>();
        OutcomeSetFiles.allBundled().forEach(set -> all.put(set.code(), set));
        database.sql("SELECT DISTINCT code FROM concepts.outcome_set")
                .query(String.class)
                .list()
                .forEach(code -> all.put(code, newest(code)));
        return List.copyOf(all.values());
    }

    private List<String> versions(String group) {
        return database.sql("SELECT version FROM concepts.outcome_set WHERE code = :group ORDER BY version")
                .param("group", group)
                .query(String.class)
                .list();
    }

    /**
     * Takes the set in.
     *
     * @throws Refused {@code outcome-set.changed} when the same version says something else, {@code outcome-set.disclosure}
     *     when another version of it is not shown to the same people
     */
    @Transactional
    public void register(OutcomeSet set) {
        database.sql("INSERT INTO concepts.outcome_set (code, version, document, registered_at)"
                        + " VALUES (:code, :version, :document, :now) ON CONFLICT DO NOTHING")
                .param("code", set.code())
                .param("version", set.version())
                .param("document", set.text())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var registered = database.sql(
                        "SELECT document FROM concepts.outcome_set WHERE code = :code AND version = :version")
                .param("code", set.code())
                .param("version", set.version())
                .query(String.class)
                .single();
        if (!registered.equals(set.text())) {
            throw new Refused("outcome-set.changed", set.code(), set.version());
        }
        for (var version : versions(set.code())) {
            if (require(set.code(), version).disclosure() != set.disclosure()) {
                throw new Refused("outcome-set.disclosure", set.code(), set.version(), version);
            }
        }
        remember(set);
    }
}
