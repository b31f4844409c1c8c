// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.analytics.CohortColumns;

/**
 * The case mix as it is typed: column names with a form after a colon, between commas. A name that holds a comma stands
 * between double quotes, which are doubled inside.
 */
final class CaseMixList {
    private CaseMixList() {}

    /** The case-mix columns of all lists together. */
    static List<CohortColumns.CaseMix> of(List<String> lists) {
        return lists.stream()
                .flatMap(list -> separated(list).stream())
                .map(CaseMixList::column)
                .toList();
    }

    private static List<String> separated(String list) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** Only a known form is one: a column name may hold a colon. */
    private static CohortColumns.CaseMix column(String part) {
        return Arrays.stream(CohortColumns.Use.values())
                .filter(use -> use != CohortColumns.Use.BY_CONTENT && part.endsWith(suffix(use)))
                .map(use -> new CohortColumns.CaseMix(
                        unquoted(part.substring(0, part.length() - suffix(use).length())), use))
                .findFirst()
                .orElse(new CohortColumns.CaseMix(unquoted(part), CohortColumns.Use.BY_CONTENT));
    }

    private static String suffix(CohortColumns.Use use) {
        return ":" + use.name().toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
