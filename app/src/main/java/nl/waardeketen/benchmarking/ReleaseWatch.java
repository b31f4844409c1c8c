// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Told how far a release is, by any thread. Who wants it to stop throws an exception: nothing of the release is then kept.
 */
@FunctionalInterface
public interface ReleaseWatch {
    ReleaseWatch NOBODY = (step, done, all) -> {};

    /** What a release does, in this order. */
    enum Step {
        /** One row per episode, counted over case-mix patterns. */
        FACTS,
        /** A case-mix model per indicator. */
        MODELS,
        /** Observed and expected per organisation and quarter. */
        SUMS,
        /** Organisations against the standard, in every period and subgroup. */
        COMPARISONS,
        /** What changed since the release before. */
        CHANGES,
        /** Into the database. */
        PUBLISHING
    }

    /**
     * A step has come so far.
     *
     * @param done parts that have been begun before this one
     * @param all parts of the step
     */
    void reached(Step step, int done, int all);

    /** One answer per part of a step, in their order, on all processors; told before every part. */
    default <T> List<T> eachOf(Step step, int all, IntFunction<T> question) {
        var begun = new AtomicInteger();
        return IntStream.range(0, all)
                .parallel()
                .mapToObj(part -> {
                    reached(step, begun.getAndIncrement(), all);
                    return question.apply(part);
                })
                .toList();
    }
}
