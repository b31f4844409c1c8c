// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/** What a sender writes where a patient is named. */
public enum Stage {
    /** The identifier itself; both stages of the pseudonym are made on receipt. */
    IDENTIFIERS,
    /** The first stage of the pseudonym, 64 hexadecimal digits, made by the sender; no identifier left the house. */
    FIRST_STAGE
}
