// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

/** Who looks at a page. */
public interface Viewer {

    /** The name to sign in with. */
    String account();

    /** The name shown. */
    String displayName();

    /** Code of the organisation on whose behalf. */
    String organisation();

    String organisationName();
}
