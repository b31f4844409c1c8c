// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever bytes are delivered, they pass or are refused in words, soon. For as many seconds as the property
 * {@code waardeketen.fuzz-seconds} says, from the seed that {@code waardeketen.fuzz-seed} says.
 */
class DeliveryFuzzTests {
    private static final int SECONDS = Integer.getInteger("waardeketen.fuzz-seconds", 12);
    private static final long SEED = Long.getLong("waardeketen.fuzz-seed", 20_261_123L);
    private static final long LONGEST = MILLISECONDS.toNanos(20_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    /** What is tampered with. */
    enum Target {
        CSV(Good.STAYS, GoodDeliveries.STAYS),
        MAPPING(Good.STAYS, Mutation.MAPPING),
        OUTCOME_SET(Good.STAYS, "outcome-set.yaml"),
        DESCRIPTION(Good.EPISODES, Mutation.DESCRIPTION),
        ZIP(Good.ZIP, "episode.zip"),
        PARQUET(Good.PARQUET, "episode.parquet"),
        WORKBOOK(Good.WORKBOOK, GoodDeliveries.WORKBOOK);

        private final Good good;
        private final String file;

        Target(Good good, String file) {
            this.good = good;
            this.file = file;
        }
    }

    @ParameterizedTest
    @EnumSource
    void passOrAreRefusedInWords(Target target) throws IOException {
        var deliveries = new GoodDeliveries(folder.resolve(target.name()));
        var delivered = deliveries.copy(target.good);
        var sound = delivered.bytes(target.file);
        long end = System.nanoTime() + SECONDS * 1_000_000_000L / Target.values().length;
        long seed = SEED;
        do {
            delivered.write(target.file, new Tampering(seed).of(sound));
            var told = told(delivered, target + ", seed " + seed);
            if (target != Target.CSV) {
                Nobody.isKnownBy(told.said(), deliveries.identifiers(target.good));
            }
            seed++;
        } while (System.nanoTime() < end);
        assertThat(seed).isGreaterThan(SEED);
    }

    /** The time of a slow machine is allowed for. */
    private static Told told(Delivered delivered, String which) {
        long start = System.nanoTime();
        try {
            var told = Told.of(delivered);
            assertThat(told.lands() || !told.problems().isEmpty()).as(which).isTrue();
            assertThat(told.problems()).as(which).allSatisfy(problem -> {
                assertThat(problem.rule()).isNotBlank();
                assertThat(problem.text()).isNotBlank().doesNotContain("Exception");
                assertThat(problem.remedy()).isNotBlank();
            });
            assertThat(NANOSECONDS.toMillis(System.nanoTime() - start))
                    .as(which)
                    .isLessThan(NANOSECONDS.toMillis(LONGEST));
            return told;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(which, e);
        }
    }
}
