// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries that went wrong in one way each: found, at its place, and nobody is known by what is told. */
class CorpusTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable GoodDeliveries deliveries;

    @BeforeAll
    static void prepare() throws IOException {
        deliveries = new GoodDeliveries(folder);
    }

    static Stream<Mutation> mutations() {
        return Corpus.mutations().stream();
    }

    private static Delivered copy(Good good) throws IOException {
        return Objects.requireNonNull(deliveries).copy(good);
    }

    @ParameterizedTest
    @EnumSource
    void passWhenNothingIsWrong(Good good) throws IOException {
        var told = Told.of(copy(good));

        assertThat(told.lands()).as(told.said()).isTrue();
        assertThat(told.problems()).isEmpty();
        assertThat(told.landed()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void tellsWhatIsWrongAndWhere(Mutation mutation) throws IOException {
        var delivered = copy(mutation.good());
        mutation.change().to(delivered);

        var told = Told.of(delivered);

        assertThat(told.findings()).as(told.said()).containsAll(mutation.findingsIn(delivered));
        assertThat(told.problems()).as(told.said()).allSatisfy(CorpusTests::isInWords);
        assertThat(told.lands()).as(told.said()).isEqualTo(mutation.ending() != Mutation.Ending.NOTHING_LANDS);
        if (mutation.ending() == Mutation.Ending.ROW_WAITS) {
            var place = mutation.findings().get(0);
            assertThat(told.findings())
                    .as("nothing is found elsewhere")
                    .allMatch(finding ->
                            finding.line() == place.line() && finding.file().equals(place.file()));
        }
        Nobody.isKnownBy(told.said(), Objects.requireNonNull(deliveries).identifiers(mutation.good()));
    }

    private static void isInWords(Problem problem) {
        assertThat(problem.rule()).matches("[a-z-]+(\\.[a-z0-9-]+)+");
        assertThat(problem.text()).isNotBlank().doesNotContain("Exception");
        assertThat(problem.remedy()).isNotBlank();
    }

    @Test
    void areManyAndEachHasItsOwnName() {
        assertThat(Corpus.mutations()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(Corpus.mutations().stream().map(Mutation::toString)).doesNotHaveDuplicates();
        assertThat(List.copyOf(Corpus.kinds().keySet())).hasSizeGreaterThan(15);
    }

    @Test
    void areCountedInTheMethodNote() throws IOException {
        var note = Files.readString(Path.of("../docs/methods/delivery.md"));

        assertThat(Corpus.kinds())
                .allSatisfy((kind, count) -> assertThat(note).contains("| " + kind + " | " + count + " |"));
    }
}
