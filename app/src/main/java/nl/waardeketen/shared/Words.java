// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

import java.util.Locale;

/** A text in the two languages of the platform. */
public record Words(String nl, String en) {

    /** The text in that language; Dutch for every language but English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : nl;
    }
}
