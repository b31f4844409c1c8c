// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** The desired direction of a measure. */
public enum Better {
    UP,
    DOWN
}
