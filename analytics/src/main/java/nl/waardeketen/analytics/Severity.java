// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/** What becomes of a row, or of a delivery, in which a rule is broken. */
public enum Severity {
    /** It lands; the sender is told. */
    NOTE,
    /** The row waits in quarantine, the others land. */
    QUARANTINE,
    /** Nothing lands. */
    STOP
}
