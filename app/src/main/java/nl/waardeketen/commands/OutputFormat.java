// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

/** How a result is printed. */
enum OutputFormat {
    TEXT,
    CSV,
    JSON
}
