// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;
import java.util.Map;

/**
 * A difference of a hospital that is no effect of its own, but follows from others.
 *
 * @param from indicators it follows from
 * @param told how large it is to be expected, or in words
 */
record Consequence(String indicator, List<String> from, Map<String, Object> told) {}
