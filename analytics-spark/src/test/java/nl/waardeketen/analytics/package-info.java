// SPDX-License-Identifier: Apache-2.0
/** The same questions on both engines. */
@NullMarked
package nl.waardeketen.analytics;

import org.jspecify.annotations.NullMarked;
