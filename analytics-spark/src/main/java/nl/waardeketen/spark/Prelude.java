// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The functions that every question may use. */
final class Prelude {
    private static final Pattern END = Pattern.compile(";\\s*\n");

    private Prelude() {}

    /** The statements that make them, in order; Spark takes one at a time. */
    static List<String> functions() {
        try (var stream = Objects.requireNonNull(Prelude.class.getResourceAsStream("/prelude/spark.sql"))) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return END.splitAsStream(text).filter(part -> !part.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
