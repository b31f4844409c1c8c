// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.shared.Refused;

/** Where a delivery finds the outcome set that it names: in a file, in the home folder, or with the program. */
public record KnownSets(Function<String, Optional<OutcomeSet>> registered) {

    /** Only those that come with the program. */
    public static KnownSets bundled() {
        return new KnownSets(group -> Optional.empty());
    }

    Optional<OutcomeSet> group(String group) {
        return registered.apply(group).or(() -> {
            try {
                return OutcomeSetFiles.bundled(group);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * The set in a file.
     *
     * @throws Refused {@code outcome-set.bundled} when it goes by the name of one that comes with the program
     */
    OutcomeSet inFile(Path file) throws IOException {
        var set = OutcomeSetFiles.read(file);
        if (OutcomeSetFiles.bundled(set.code()).isPresent()) {
            throw new Refused("outcome-set.bundled", set.code());
        }
        return set;
    }
}
