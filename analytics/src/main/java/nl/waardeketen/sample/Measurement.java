// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/**
 * A score, or an answer by its code.
 *
 * @param item code of what was asked
 * @param moment code of when it is meant to be measured
 * @param day on which it was
 */
record Measurement(String instrument, String item, String moment, int result, int day) {}
