// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A property that is tried on many {@linkplain RandomCohort random cohorts}, each of which its seed recalls. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@MethodSource("nl.waardeketen.statistics.RandomCohort#seeds")
@interface ManyCohorts {}
