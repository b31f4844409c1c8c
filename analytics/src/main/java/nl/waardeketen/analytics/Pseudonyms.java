// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pseudonyms of patients, made once per patient by a function that the engine asks. */
public final class Pseudonyms {
    private static final SqlFile OF_IDENTIFIERS = SqlFile.named("delivery/pseudonyms");
    private static final SqlFile OF_FIRST_STAGES = SqlFile.named("delivery/second_stage");

    /** The function of questions that uses a key: hexadecimal digits of a text. */
    static final String KEYED = "keyed_digits";

    private static final String BETWEEN = "\u001e";

    private Pseudonyms() {}

    private record Made(String patient, String pseudonym) {}

    /** Makes the table {@code pseudonym} of {@code people}. */
    static void keep(DuckDbEngine engine, DeliveryPlan.Stage stage, PseudonymKeys keys) {
        engine.defineFunction(KEYED, keys.pseudonyms(stage));
        engine.keep("pseudonym", stage == DeliveryPlan.Stage.IDENTIFIERS ? OF_IDENTIFIERS : OF_FIRST_STAGES, Map.of());
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

    /** The pseudonyms of the version after, by those of the version before, in hexadecimal capitals. */
    public static Map<String, String> next(List<String> pseudonyms, byte[] key) {
        var next = PseudonymKeys.nextVersion(key);
        return pseudonyms.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), pseudonym -> next.apply(pseudonym).toUpperCase(Locale.ROOT)));
    }
}
