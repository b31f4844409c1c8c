// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

/** Knows how organisations are called; another module does. */
public interface OrganisationNames {

    /** The name of the organisation, or its code when it has none. */
    String of(String code);
}
