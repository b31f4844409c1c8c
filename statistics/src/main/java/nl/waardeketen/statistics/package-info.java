// SPDX-License-Identifier: Apache-2.0
/**
 * The statistics of fair comparison, in plain Java: case-mix models, expected outcomes, limits, overdispersion and
 * signals. Immutable in, immutable out; no input or output, no SQL, no framework.
 */
@NullMarked
package nl.waardeketen.statistics;

import org.jspecify.annotations.NullMarked;
