// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param viewer {@code null} before signing in
 * @param page address of the page without its query
 * @param languages to choose from
 */
record Frame(
        @Nullable Viewer viewer,
        String region,
        String page,
        List<Item> home,
        List<Item> line,
        List<Item> beside,
        List<Language> languages) {

    /** An entry of the navigation. */
    record Item(String name, String path, boolean here) {

        /** Key of its name in the bundles. */
        public String key() {
            return "stop." + name;
        }
    }

    /**
     * A language the page can be read in.
     *
     * @param link the same page in it
     */
    record Language(String tag, String link, boolean chosen) {

        /** Key of its name in the bundles. */
        public String key() {
            return "language." + tag;
        }
    }
}
