// SPDX-License-Identifier: Apache-2.0
/**
 * The analytical engine: delimited files and lake tables in, counts and sums out. Every analytical question is one
 * {@code .sql} file; inference stays in {@code statistics}.
 */
@NullMarked
package nl.waardeketen.analytics;

import org.jspecify.annotations.NullMarked;
