// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.GivenStays.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import nl.waardeketen.analytics.DuckDbEngine;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.benchmarking.Benchmarking;
import nl.waardeketen.benchmarking.ReleaseWatch;
import nl.waardeketen.benchmarking.ReleaseWatch.Step;
import nl.waardeketen.home.Acting;
import nl.waardeketen.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A release that is stopped or overtaken leaves nothing behind. */
class StoppedReleaseTests {
    @SuppressWarnings("NullAway.Init")
    private GivenStays stays;

    @BeforeEach
    void give(@TempDir Path folder) {
        stays = new GivenStays(folder);
        stays.deliver(file(40));
    }

    private void release(ReleaseWatch watch) {
        Acting.as(
                RunningHome.hub("test"),
                () -> TestHome.shared()
                        .bean(Benchmarking.class)
                        .release(stays.group(), Period.year(2026), null, DuckDbEngine::open, watch));
    }

    private long kept(String table) throws SQLException {
        try (var connection = TestHome.shared().asSuperuser();
                var question = connection.prepareStatement(
                        "SELECT count(*) FROM benchmarking." + table + " WHERE outcome_set = ?")) {
            question.setString(1, stays.group());
            try (var answer = question.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void keepsNothingWhenStopped(Step at) throws SQLException {
        release(ReleaseWatch.NOBODY);
        long results = kept("result");
        var staged = TestHome.shared().files("staging");

        assertThatThrownBy(() -> release((step, done, all) -> {
                    if (step == at) {
                        throw new CancellationException("stopped at " + step);
                    }
                }))
                .hasStackTraceContaining("stopped at " + at);

        assertThat(kept("release")).isEqualTo(1);
        assertThat(kept("result")).isEqualTo(results).isPositive();
        assertThat(TestHome.shared().files("staging")).isEqualTo(staged);
    }

    @Test
    void givesWayToOneThatWasPublishedMeanwhile() throws SQLException {
        assertThatThrownBy(() -> release((step, done, all) -> {
                    if (step == Step.PUBLISHING) {
                        release(ReleaseWatch.NOBODY);
                    }
                }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("release.overtaken");

        assertThat(kept("release")).isEqualTo(1);
    }
}
