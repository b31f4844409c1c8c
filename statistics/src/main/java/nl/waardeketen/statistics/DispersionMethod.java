// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** How differences between units beyond chance widen the limits (Spiegelhalter 2005, QSHC 14:347). */
public enum DispersionMethod {
    /** Not at all: the exact limits judge. */
    NONE,
    /** A variance τ² between units is added to that of chance. */
    ADDITIVE,
    /** The variance of chance is multiplied by φ, if above one. */
    MULTIPLICATIVE
}
