// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import nl.waardeketen.web.Phrase;

/**
 * How an extract differs from the one that a mapping was made with.
 *
 * @param words what is different
 * @param repair what was done about it in the draft, or what is to be done
 * @param repaired whether the draft is changed already
 */
record ExtractChange(Kind kind, String column, Phrase words, Phrase repair, boolean repaired) {

    /** What changed. */
    enum Kind {
        GONE,
        RENAMED,
        NEW_CODE,
        OTHER_KIND,
        NEW
    }
}
