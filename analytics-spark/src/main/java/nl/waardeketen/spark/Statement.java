// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with its question marks named, and their values by those names. Spark 4.2 gives values of question marks to
 * the wrong ones where they stand in a chain of {@code ||}; names it keeps apart.
 */
record Statement(String text, Map<String, Object> parameters) {
    private static final Pattern TEXT_OR_MARK = Pattern.compile("'[^']*'|\\?");

    Statement {
        parameters = Map.copyOf(parameters);
    }

    static Statement of(String positional, Object[] values) {
        var parameters = new HashMap<String, Object>();
        var text = TEXT_OR_MARK.matcher(positional).replaceAll(found -> {
            if (!found.group().equals("?")) {
                return Matcher.quoteReplacement(found.group());
            }
            var name = "p" + parameters.size();
            parameters.put(name, values[parameters.size()]);
            return ":" + name;
        });
        return new Statement(text, parameters);
    }
}
