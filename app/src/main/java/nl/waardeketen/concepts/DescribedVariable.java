// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * A variable with its meaning to people.
 *
 * @param meaning what it is and how it is recorded, where the title does not say it all
 * @param unit of a number
 * @param categories titles by code, in the order of the document; empty for other types
 * @param source where the definition comes from
 * @param confirmed whether the definition was seen in its source
 */
public record DescribedVariable(
        Variable variable,
        Words title,
        @Nullable Words meaning,
        @Nullable Words unit,
        Map<String, Words> categories,
        String source,
        boolean confirmed,
        Expectation expectation) {

    public DescribedVariable {
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    }

    public String code() {
        return variable.code();
    }
}
