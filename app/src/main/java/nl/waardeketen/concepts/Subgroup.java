// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import nl.waardeketen.shared.Words;

/**
 * Patients for whom results are also given apart, compared with the standard of all.
 *
 * @param condition over the variables, as written
 */
public record Subgroup(String code, Words title, String condition) {}
