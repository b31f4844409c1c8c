// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.statistics.Signal;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A release signals the hospitals that truly differ and hardly any other. More seeds: {@code
 * -Dwaardeketen.sample-seeds=20}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSignalTests {
    private static final int SEEDS = Integer.getInteger("waardeketen.sample-seeds", 3);
    private static final double MOST = 0.01;
    private static final double SURELY = 0.025;

    private final List<SampleReleases.Released> releases =
            LongStream.rangeClosed(1, SEEDS).mapToObj(SampleReleases::released).toList();

    private static Signal signal(SampleReleases.Released released, String indicator, String organisation) {
        return released.computed().results().stream()
                .filter(result -> result.period().equals(SampleReleases.REFERENCE)
                        && result.indicator().equals(indicator)
                        && result.organisation().equals(organisation))
                .map(result -> result.compared().signal())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signalsTheDeliriumsOfWaterlinie() {
        assertThat(releases)
                .allSatisfy(released ->
                        assertThat(signal(released, "HIP-DEL", "waterlinie")).isEqualTo(Signal.SIGNAL_HIGH));
    }

    @Test
    void signalsTheTimelySurgeryOfNoorderkaap() {
        assertThat(releases)
                .allSatisfy(released ->
                        assertThat(signal(released, "HIP-TTS", "noorderkaap")).isEqualTo(Signal.SIGNAL_HIGH));
    }

    @Test
    void putsValuesOfASubgroupOnItsOwnScale() {
        var computed = releases.get(0).computed();
        var delirium = computed.models().stream()
                .filter(model -> model.indicator().equals("HIP-DEL"))
                .findFirst()
                .orElseThrow();
        var ofDementia = computed.results().stream()
                .filter(result -> result.indicator().equals("HIP-DEL")
                        && result.subgroup().equals("dementia")
                        && result.period().equals(SampleReleases.REFERENCE))
                .map(Result::compared)
                .toList();
        double patients =
                ofDementia.stream().mapToLong(unit -> unit.totals().n()).sum();
        double expected = ofDementia.stream()
                .mapToDouble(unit -> unit.totals().expected())
                .sum();

        assertThat(delirium.rate("dementia")).isCloseTo(expected / patients, within(1e-12));
        assertThat(delirium.rate("dementia")).isGreaterThan(1.3 * delirium.rate());
        assertThat(ofDementia)
                .isNotEmpty()
                .allSatisfy(unit ->
                        assertThat(unit.adjustedRate()).isCloseTo(unit.ratio() * expected / patients, within(1e-12)));
    }

    /** Results of indicators in which no hospital differs, neither by itself nor by what follows. */
    private static List<Result> alike(SampleReleases.Released released) {
        Set<String> differing = new HashSet<>();
        for (var part : List.of("differs", "follows-from")) {
            released.truth()
                    .path(part)
                    .forEach(entry -> differing.add(entry.path("indicator").asString()));
        }
        assertThat(differing).contains("HIP-DEL", "HIP-LOS", "HIP-TTS", "HIP-TTSH", "HIP-UR");
        return released.computed().results().stream()
                .filter(result -> !differing.contains(result.indicator()))
                .filter(result -> result.compared().signal() != Signal.TOO_FEW)
                .toList();
    }

    private static boolean isSignal(Result result) {
        var signal = result.compared().signal();
        return signal == Signal.SIGNAL_HIGH || signal == Signal.SIGNAL_LOW;
    }

    @Test
    void signalsHardlyAnyoneWhoDoesNotDiffer() {
        var quarters = new ArrayList<Result>();
        var whole = new ArrayList<Result>();
        for (var released : releases) {
            for (var result : alike(released)) {
                if (result.period().isQuarter()) {
                    quarters.add(result);
                } else if (result.period().equals(SampleReleases.REFERENCE)) {
                    whole.add(result);
                }
            }
        }

        assertRare(quarters, 400L * SEEDS);
        assertThat(whole.size()).isGreaterThan(50 * SEEDS);
        assertThat(whole.stream().filter(SampleSignalTests::isSignal).count())
                .as("signals among %d of the whole period", whole.size())
                .isLessThanOrEqualTo(Math.max(1, (long) (MOST * whole.size())));
    }

    /** Fails with 97.5 % certainty if one in a hundred were signalled; two in a thousand are to be expected. */
    private static void assertRare(List<Result> results, long fewest) {
        assertThat((long) results.size()).isGreaterThan(fewest);
        int bound = BinomialDistribution.of(results.size(), MOST).inverseCumulativeProbability(SURELY) - 1;
        long signals = results.stream().filter(SampleSignalTests::isSignal).count();

        assertThat(signals).as("signals among %d", results.size()).isLessThanOrEqualTo(bound);
    }

    @Test
    void signalsWhoDiffersInColorectalCancer() {
        var released = SampleReleases.released("colorectal-cancer", 1, DuckDbEngine::open);

        assertThat(signal(released, "CRC-LEAK", "horizont")).isEqualTo(Signal.SIGNAL_HIGH);
        assertThat(signal(released, "CRC-LOS", "zilverhaven")).isEqualTo(Signal.SIGNAL_LOW);
        assertThat(signal(released, "CRC-WAIT", "oosterbrink")).isEqualTo(Signal.SIGNAL_HIGH);
        assertThat(released.computed().results().stream()
                        .filter(result -> result.period().equals(SampleReleases.REFERENCE))
                        .filter(result -> List.of("CRC-M30", "CRC-RAD", "CRC-CRM", "CRC-STOMA", "CRC-READM", "CRC-MDT")
                                .contains(result.indicator()))
                        .filter(SampleSignalTests::isSignal))
                .isEmpty();
    }
}
