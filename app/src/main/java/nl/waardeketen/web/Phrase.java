// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.util.List;

/**
 * A text in the message bundles with what stands in its places, to be said in the viewer's language.
 *
 * @param key in the bundles
 * @param values texts, formatted already, or other phrases
 */
public record Phrase(String key, List<Object> values) {

    public Phrase {
        values = List.copyOf(values);
    }

    public static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }
}
