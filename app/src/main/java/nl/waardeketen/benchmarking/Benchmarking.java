// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.UUID;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.shared.NotFound;
import org.springframework.stereotype.Service;

/** Comparison of organisations, release by release. */
@Service
public class Benchmarking {

    /** The newest release of every patient group. */
    public List<Release> latest() {
        return List.of();
    }

    /** The newest release of the group. */
    public Release release(String group) {
        throw new NotFound("release.none", group);
    }

    public List<IndicatorModel> models(UUID release) {
        throw new NotFound("release.none", release);
    }

    /** All indicators in one period. */
    public List<Result> results(UUID release, Period period) {
        throw new NotFound("release.none", release, period);
    }

    /** One indicator in all periods. */
    public List<Result> results(UUID release, String indicator) {
        throw new NotFound("release.none", release, indicator);
    }

    /** One organisation in all periods, on all indicators. */
    public List<Result> resultsOf(UUID release, String organisation) {
        throw new NotFound("release.none", release, organisation);
    }
}
