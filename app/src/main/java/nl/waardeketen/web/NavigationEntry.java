// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

/** A page that the navigation leads to; a module offers it as a bean. */
public interface NavigationEntry {

    /** Where it stands. */
    Stop stop();

    /** Address of the page; the pages below it belong to the same stop. */
    String path();
}
