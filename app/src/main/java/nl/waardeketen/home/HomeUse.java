// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

/**
 * How a process uses the home folder.
 *
 * @param version of the program
 * @param shared whether other processes may use the database as long as this one runs
 */
public record HomeUse(String version, boolean shared) {}
