// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/** Who can repair what is wrong with a delivery. */
public enum Owner {
    /** Who makes the extract. */
    DATA_STEWARD,
    /** Who enters the data of the patients. */
    REGISTRATION,
    TREATING_TEAM,
    /** Who looks after the system the data come from. */
    APPLICATION_MANAGEMENT
}
