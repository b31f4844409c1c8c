// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.templates;

import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.web.Phrase;

/** Phrases that several documents share. */
final class TemplateWords {
    static final Phrase EXAMPLE = Phrase.of("template.example");
    static final Phrase MAPPING = Phrase.of("template.mapping");

    private TemplateWords() {}

    static Phrase type(Variable.Type type) {
        return new Phrase("template.type." + type.name(), java.util.List.of());
    }

    static Phrase required(DescribedVariable variable) {
        return variable.variable().required() ? Phrase.of("template.required") : Phrase.of("template.optional");
    }

    static Phrase confirmed(DescribedVariable variable) {
        return variable.confirmed() ? Phrase.of("template.confirmed") : Phrase.of("template.unconfirmed");
    }

    /** Smallest and largest value, where a variable has them. */
    static String range(Variable variable) {
        var low = variable.low();
        var high = variable.high();
        return low == null || high == null ? "" : plain(low) + " – " + plain(high);
    }

    static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
