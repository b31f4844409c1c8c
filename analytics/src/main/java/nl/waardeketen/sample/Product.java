// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/**
 * What is billed for an episode.
 *
 * @param opened day from 1970
 * @param closed day from 1970
 * @param amount in euros
 */
record Product(String code, int opened, int closed, int amount) {}
