// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real cluster, whose processes share nothing but the lake, gives the same answers; also when half of it is lost. */
class SparkClusterIT {
    private static final Period PERIOD = Period.parse("2024..2025").orElseThrow();

    @Test
    void answersAsOneMachineDoesAlsoWhenAWorkerIsLost() throws IOException {
        try (var scratch = new Scratch();
                var reader = new ExpressionReader();
                var cluster = new StandaloneCluster(scratch.folder(), Sparks.LIBRARIES)) {
            var lake = MadeUpLake.write(scratch.folder(), 20_000);
            var settings = Map.of(
                    "spark.driver.host", "127.0.0.1",
                    "spark.executor.memory", "640m",
                    "spark.sql.shuffle.partitions", "4");
            var start = new SparkStart(cluster.master(), Sparks.LIBRARIES, cluster.home(), settings);
            var indicators = List.of(
                    ComparedFacts.indicators(reader).get(0),
                    ComparedFacts.indicators(reader).get(4));
            try (var engines = new BothEngines(
                            DuckDbEngine.open(lake, scratch.folder()), SparkEngine.open(start, scratch.folder()));
                    var facts = Facts.of(engines, lake, new FactPlan(indicators, List.of(), PERIOD))) {
                assertThat(ComparedFacts.ask(facts, 2)).containsExactly(7 * 8, 7 * 8);
                assertThat(cluster.busyWorkers()).isEqualTo(2);

                cluster.loseWorker();

                assertThat(ComparedFacts.ask(facts, 2)).containsExactly(7 * 8, 7 * 8);
            }
        }
    }
}
