// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/**
 * A statement that the composers of this package put together from checked expressions and plain words; values are
 * parameters here as well.
 */
record ComposedQuery(String name, String positional, List<String> parameters) implements Question {
    ComposedQuery {
        parameters = List.copyOf(parameters);
    }

    ComposedQuery(String name, String positional) {
        this(name, positional, List.of());
    }
}
