// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pseudonyms of patients, made in the engine once per patient. */
public final class Pseudonyms {
    private static final SqlFile BOTH_STAGES = SqlFile.named("delivery/pseudonyms");
    private static final SqlFile SECOND_STAGE = SqlFile.named("delivery/second_stage");
    private static final SqlFile NEXT_VERSION = SqlFile.named("delivery/next_version");

    private static final String BETWEEN = "\u001e";

    private Pseudonyms() {}

    private record Made(String patient, String pseudonym) {}

    /** Makes the table {@code pseudonym} of {@code people}. */
    static void keep(Engine engine, DeliveryPlan.Stage stage, PseudonymKeys keys) {
        if (stage == DeliveryPlan.Stage.IDENTIFIERS && keys.sender().length == 0) {
            throw new IllegalArgumentException("identifiers need the senders' key");
        }
        if (stage == DeliveryPlan.Stage.IDENTIFIERS) {
            engine.keep("pseudonym", BOTH_STAGES, keys.parameters());
        } else {
            engine.keep("pseudonym", SECOND_STAGE, keys.secondStage());
        }
        for (var key : keys.later()) {
            engine.keep("pseudonym", NEXT_VERSION, PseudonymKeys.nextVersion(key));
        }
    }

    /**
     * The pseudonyms of some patients, in hexadecimal capitals; the same whatever way an identifier is written.
     *
     * @param patients identifiers, or first stages, without those that are blank
     * @return by what was given
     */
    public static Map<String, String> of(List<String> patients, DeliveryPlan.Stage stage, PseudonymKeys keys) {
        try (var scratch = new Scratch();
                var engine = DuckDbEngine.open(List.of(), scratch.folder())) {
            var given = new ComposedQuery(
                    "patients",
                    "SELECT unnest(string_split(CAST(? AS VARCHAR), chr(30))) AS patient",
                    List.of("patients"));
            engine.keep("people", given, Map.of("patients", String.join(BETWEEN, patients)));
            keep(engine, stage, keys);
            var found = new ComposedQuery("pseudonyms", "SELECT patient, hex(pseudonym) AS pseudonym FROM pseudonym");
            var pseudonyms = new HashMap<String, String>();
            engine.query(found, Map.of(), Made.class).forEach(made -> pseudonyms.put(made.patient(), made.pseudonym()));
            return Map.copyOf(pseudonyms);
        }
    }

    /** The pseudonyms of the version after, by those of the version before, in hexadecimal. */
    public static Map<String, String> next(List<String> pseudonyms, byte[] key) {
        try (var scratch = new Scratch();
                var engine = DuckDbEngine.open(List.of(), scratch.folder())) {
            var given = new ComposedQuery(
                    "pseudonyms",
                    "SELECT patient, unhex(patient) AS pseudonym FROM (SELECT"
                            + " unnest(string_split(CAST(? AS VARCHAR), chr(30))) AS patient)",
                    List.of("pseudonyms"));
            engine.keep("pseudonym", given, Map.of("pseudonyms", String.join(BETWEEN, pseudonyms)));
            engine.keep("pseudonym", NEXT_VERSION, PseudonymKeys.nextVersion(key));
            var found = new ComposedQuery("pseudonyms", "SELECT patient, hex(pseudonym) AS pseudonym FROM pseudonym");
            var next = new HashMap<String, String>();
            engine.query(found, Map.of(), Made.class).forEach(made -> next.put(made.patient(), made.pseudonym()));
            return Map.copyOf(next);
        }
    }
}
