// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.waardeketen.shared.Words;

/** A category as a person chooses it from a list: its code and its title, in either language. */
public final class CategoryChoice {
    private CategoryChoice() {}

    public static String text(String code, Words title, Locale locale) {
        return code + " " + title.in(locale);
    }

    /** The code behind each choice that can stand in a filled-in template. */
    public static Map<String, String> codes(DescribedVariable variable) {
        var codes = new HashMap<String, String>();
        variable.categories().forEach((code, title) -> {
            codes.put(text(code, title, Locale.ENGLISH), code);
            codes.put(text(code, title, Locale.ROOT), code);
        });
        codes.keySet().removeAll(variable.categories().keySet());
        return codes;
    }
}
