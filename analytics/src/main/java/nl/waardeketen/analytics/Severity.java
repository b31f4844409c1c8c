// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/** What happens when a rule about a delivery is broken. */
public enum Severity {
    /** It is told, and the row lands. */
    NOTE,
    /** The row does not land. */
    QUARANTINE,
    /** Nothing lands. */
    STOP
}
