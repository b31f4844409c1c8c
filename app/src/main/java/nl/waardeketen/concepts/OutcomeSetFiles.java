// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Outcome sets as documents: those that come with the program, and those in files. */
public final class OutcomeSetFiles {
    private OutcomeSetFiles() {}

    /** The set of that patient group that comes with the program. */
    public static Optional<OutcomeSet> bundled(String group) throws IOException {
        if (!group.matches("[a-z][a-z0-9-]*")) {
            return Optional.empty();
        }
        var name = group + ".yaml";
        try (InputStream stream = OutcomeSetFiles.class.getResourceAsStream("/outcome-sets/" + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(
                            OutcomeSetReader.read(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** All sets that come with the program. */
    static List<OutcomeSet> allBundled() {
        try {
            var sets = new ArrayList<OutcomeSet>();
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/outcome-sets/*.yaml")) {
                var name = String.valueOf(resource.getFilename());
                sets.add(OutcomeSetReader.read(name, resource.getContentAsString(StandardCharsets.UTF_8)));
            }
            return List.copyOf(sets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The set in a file.
     *
     * @throws InvalidInput with everything that is wrong with it
     */
    public static OutcomeSet read(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw refused(name, "there is no such file", "name an outcome set beside the mapping, or a patient group");
        }
        try {
            return OutcomeSetReader.read(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw refused(name, "the file is not UTF-8", "save it as UTF-8");
        }
    }

    private static InvalidInput refused(String name, String text, String remedy) {
        return new InvalidInput(List.of(new Problem(name, 0, "", "", "outcome-set.unreadable", text, remedy)));
    }
}
