// SPDX-License-Identifier: Apache-2.0
/** The analytical questions on Apache Spark: a program of its own, which the server asks over a pipe. */
@NullMarked
package nl.waardeketen.spark;

import org.jspecify.annotations.NullMarked;
