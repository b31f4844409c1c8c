// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.commands.CommandLineInterface;
import nl.waardeketen.commands.TestHome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every kind of broken delivery one is really delivered, and leaves nothing in the home folder. */
class CorpusLandingTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable GoodDeliveries deliveries;

    @BeforeAll
    static void prepare() throws IOException {
        deliveries = new GoodDeliveries(folder);
    }

    static Stream<Mutation> oneOfEachKind() {
        var first = Corpus.mutations().stream()
                .filter(mutation -> mutation.ending() == Mutation.Ending.NOTHING_LANDS)
                .collect(Collectors.toMap(Mutation::kind, Function.identity(), (one, other) -> one, TreeMap::new));
        return first.values().stream();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void landsNothing(Mutation mutation) throws IOException {
        var home = TestHome.shared();
        var delivered = Objects.requireNonNull(deliveries).copy(mutation.good());
        mutation.change().to(delivered);
        var before = home.landed();
        var arguments = new ArrayList<>(List.of(
                "deliver", delivered.folder().toString(), "--home", home.path().toString()));
        if (delivered.mapping() != null) {
            arguments.addAll(List.of("--mapping", String.valueOf(delivered.mapping())));
        }
        var err = new StringWriter();

        int exitCode = CommandLineInterface.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), arguments.toArray(String[]::new));

        assertThat(exitCode).as(err.toString()).isEqualTo(1);
        assertThat(err.toString()).contains("[" + mutation.findings().get(0).rule() + "]");
        assertThat(home.landed()).isEqualTo(before);
        Nobody.isKnownBy(err.toString(), deliveries.identifiers(mutation.good()));
    }
}
