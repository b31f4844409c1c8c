// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.waardeketen.shared.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the legal basis that a mapping or package declares: purpose, ground, retention-months or until, document. */
final class BasisReader {
    static final String REMEDY = "write purpose, ground, retention-months or until, and document";
    static final String KEY = "legal-basis";
    private static final List<String> PARTS = List.of("purpose", "ground", "retention-months", "until", "document");

    private final BiConsumer<String, String> refuse;
    private boolean refused;

    /**
     * Tells what is wrong.
     *
     * @param refuse takes the key and what is wrong with it
     */
    BasisReader(BiConsumer<String, String> refuse) {
        this.refuse = refuse;
    }

    static @Nullable DeclaredBasis read(YamlMap root) {
        if (!root.has(KEY)) {
            return null;
        }
        var map = root.map(KEY).knows(PARTS.toArray(String[]::new));
        return new BasisReader((key, text) -> map.refuse(key, text, REMEDY))
                .read(key -> map.optionalText(key).orElse(""));
    }

    /**
     * Reads it. A block of which nothing was filled in, as a template has it, declares none.
     *
     * @param text of a key, empty when it is not there
     */
    @Nullable
    DeclaredBasis read(UnaryOperator<String> text) {
        if (PARTS.stream().allMatch(part -> text.apply(part).isBlank())) {
            return null;
        }
        var purpose = given("purpose", text);
        var document = given("document", text);
        var ground = ground(given("ground", text));
        var until = until(text.apply("until"));
        var months = months(text.apply("retention-months"));
        if (!refused && (until == null) == (months == null)) {
            refuse("retention-months", "a retention is a number of months or a last day, one of both");
        }
        return refused || ground.isEmpty() ? null : new DeclaredBasis(purpose, ground.get(), months, until, document);
    }

    private String given(String key, UnaryOperator<String> text) {
        var given = text.apply(key).strip();
        if (given.isEmpty()) {
            refuse(key, "this is missing");
        }
        return given;
    }

    private Optional<LegalGround> ground(String code) {
        var ground = Arrays.stream(LegalGround.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (ground.isEmpty() && !code.isEmpty()) {
            refuse("ground", "this is none of " + codes());
        }
        return ground;
    }

    /** The closed list. */
    static String codes() {
        return Arrays.stream(LegalGround.values()).map(LegalGround::code).collect(Collectors.joining(", "));
    }

    private @Nullable LocalDate until(String text) {
        var day = DeclaredBasis.day(text);
        if (day == null && !text.isEmpty()) {
            refuse("until", "this is not a date such as 2031-12-31");
        }
        return day;
    }

    private @Nullable Integer months(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,2}|1[01][0-9]{2}|1200")) {
            refuse("retention-months", "this is not a number of months from 1 to 1200");
            return null;
        }
        return Integer.valueOf(text);
    }

    private void refuse(String key, String text) {
        refused = true;
        refuse.accept(key, text);
    }
}
