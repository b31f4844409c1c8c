// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.waardeketen.analytics.QuestionPipe.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of Spark answers, keeps data to itself when it fails, and never outlives who started it. */
class SparkEngineIT {
    private static final String ENDLESS = "SELECT count(*) AS n FROM range(100000000) a CROSS JOIN range(100000000) b";

    private record Row(String text, long whole, double number) {}

    private static long children() {
        return ProcessHandle.current().descendants().count();
    }

    @Test
    void answersUntilItIsClosed(@TempDir Path scratch) {
        long before = children();
        try (var engine = Sparks.local(scratch)) {
            assertThat(children()).isGreaterThan(before);
            var secret = new ComposedQuery("failing", "SELECT CAST('Jansen' AS BIGINT) AS n");
            assertThatThrownBy(() -> engine.numbers(secret, Map.of()))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("failing")
                    .hasMessageContaining("CAST_INVALID_INPUT")
                    .hasMessageNotContaining("Jansen")
                    .hasNoCause();

            engine.keep("some", table(1, Double.NaN));
            engine.keep("some", table(7, Double.POSITIVE_INFINITY, -0.5));
            assertThat(engine.numbers(
                            new ComposedQuery("some", "SELECT v, v > 1 AS more FROM some ORDER BY v"), Map.of()))
                    .satisfies(answer -> assertThat(answer.names()).containsExactly("v", "more"))
                    .satisfies(
                            answer -> assertThat(answer.column("v")).containsExactly(-0.5, 7, Double.POSITIVE_INFINITY))
                    .satisfies(answer -> assertThat(answer.column("more")).containsExactly(0, 1, 1));

            var nothing = new ComposedQuery("rows", "SELECT CAST(NULL AS STRING), 1, CAST(NULL AS DOUBLE)");
            assertThat(engine.query(nothing, Map.of(), Row.class).get(0).number())
                    .isNaN();
            engine.define("more", new ComposedQuery("more", "SELECT v * 2 AS w FROM some"));
            assertThat(engine.numbers(new ComposedQuery("sum", "SELECT min(w) AS w FROM more"), Map.of())
                            .column("w"))
                    .containsExactly(-1);
            assertThatThrownBy(() ->
                            engine.query(new ComposedQuery("taking", "SELECT ?", List.of("x")), Map.of(), Row.class))
                    .hasMessage("taking takes :x");
        }

        assertThat(children()).isEqualTo(before);
    }

    private static NumberTable table(double... values) {
        return new NumberTable(List.of("v"), new double[][] {values});
    }

    @Test
    void endsInTheMiddleOfAQuestionWhenWhoAskedIsGone(@TempDir Path scratch) throws Exception {
        var start = new SparkStart("local[1]", Sparks.LIBRARIES, null, Map.of());
        var process = new ProcessBuilder(start.command(scratch))
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            var pipe = new QuestionPipe(process.getInputStream(), process.getOutputStream());
            pipe.awaitGreeting();
            pipe.send(List.of(Act.NUMBERS.name(), "", ENDLESS, List.of()));
            assertThat(process.waitFor(2, TimeUnit.SECONDS)).isFalse();

            process.getOutputStream().close();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhyItDoesNotStart(@TempDir Path scratch) throws IOException {
        var start = new SparkStart("local[1]", scratch, null, Map.of());

        assertThatThrownBy(() -> SparkEngine.open(start, scratch))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("Spark does not start on local[1]")
                .hasMessageContaining("SparkProgram");
    }
}
