// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.web.Phrase;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * From which organisation a page looks: the viewer's own where it has results, else a chosen one.
 *
 * @param own whether it is the viewer's
 * @param visible organisations with results, by name
 */
record Perspective(Named organisation, boolean own, List<Named> visible) {

    /** An organisation by name. */
    record Named(String code, String name) {}

    static Perspective of(
            Viewer viewer,
            @Nullable String asked,
            Collection<Result> results,
            List<Organisation> organisations,
            Locale locale) {
        Map<String, String> names =
                organisations.stream().collect(Collectors.toMap(Organisation::code, Organisation::name, (a, b) -> a));
        var visible = results.stream()
                .map(Result::organisation)
                .distinct()
                .map(code -> new Named(code, names.getOrDefault(code, code)))
                .sorted(byName(locale))
                .toList();
        var own = visible.stream()
                .filter(named -> named.code.equals(viewer.organisation()))
                .findFirst();
        var chosen = visible.stream()
                .filter(named -> named.code.equals(asked))
                .findFirst()
                .or(() -> visible.stream().findFirst())
                .orElseGet(() -> new Named(viewer.organisation(), viewer.organisationName()));
        return new Perspective(own.orElse(chosen), own.isPresent(), visible);
    }

    /** "u", or the name. */
    Phrase who() {
        return own ? Phrase.of("who.you") : Phrase.of("who.named", organisation.name);
    }

    /** Whether that organisation is the viewer's own. */
    boolean isOwn(String code) {
        return own && is(code);
    }

    boolean is(String code) {
        return organisation.code.equals(code);
    }

    String name(String code) {
        return visible.stream()
                .filter(named -> named.code.equals(code))
                .map(Named::name)
                .findFirst()
                .orElse(code);
    }

    /** The one looked from first, then by name. */
    List<Named> inOrder() {
        return visible.stream()
                .sorted(Comparator.comparing((Named named) -> !is(named.code)))
                .toList();
    }

    private static Comparator<Named> byName(Locale locale) {
        var collator = Collator.getInstance(locale);
        return Comparator.comparing(Named::name, collator).thenComparing(Named::code);
    }
}
