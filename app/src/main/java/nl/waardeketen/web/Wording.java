// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** Says phrases in one language. */
public final class Wording {
    private final MessageSource messages;
    private final Locale locale;

    public Wording(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public String of(Phrase phrase) {
        var values = phrase.values().stream()
                .map(value -> value instanceof Phrase inner ? of(inner) : value)
                .toArray();
        return messages.getMessage(phrase.key(), values, locale);
    }

    /** The phrase, or another where the bundles do not have it. */
    public String of(Phrase phrase, Phrase otherwise) {
        try {
            return of(phrase);
        } catch (NoSuchMessageException e) {
            return of(otherwise);
        }
    }
}
