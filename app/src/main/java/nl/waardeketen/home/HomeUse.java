// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

/**
 * How a process uses the home folder.
 *
 * @param version of the program
 */
public record HomeUse(String version) {}
