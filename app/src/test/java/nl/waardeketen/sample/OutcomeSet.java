// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An outcome set, as its file tells it. */
record OutcomeSet(Map<?, ?> content) {

    static final List<String> GROUPS = List.of("hip-fracture", "colorectal-cancer");

    static OutcomeSet hipFracture() {
        return of("hip-fracture");
    }

    static OutcomeSet colorectalCancer() {
        return of("colorectal-cancer");
    }

    static OutcomeSet of(String group) {
        try (InputStream file = OutcomeSet.class.getResourceAsStream("/outcome-sets/" + group + ".yaml")) {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(0);
            return new OutcomeSet(new Yaml(new SafeConstructor(options)).load(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String group() {
        return new Entry(content).text("outcome-set");
    }

    List<Entry> variables() {
        return new Entry(content).entries("variables");
    }

    List<String> variableCodes() {
        return variables().stream().map(variable -> variable.text("code")).toList();
    }

    List<Entry> indicators() {
        return new Entry(content).entries("indicators");
    }

    Entry indicator(String code) {
        return indicators().stream()
                .filter(indicator -> indicator.text("code").equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no indicator " + code));
    }

    List<?> caseMix(String name) {
        return (List<?>)
                Objects.requireNonNull(new Entry(content).map("case-mix").get(name));
    }

    /** A variable or indicator. */
    record Entry(Map<?, ?> values) {
        boolean has(String name) {
            return values.containsKey(name);
        }

        String text(String name) {
            return String.valueOf(Objects.requireNonNull(values.get(name), name));
        }

        List<?> list(String name) {
            return (List<?>) Objects.requireNonNull(values.get(name), name);
        }

        Map<?, ?> map(String name) {
            return (Map<?, ?>) Objects.requireNonNull(values.get(name), name);
        }

        List<Entry> entries(String name) {
            return list(name).stream()
                    .map(entry -> new Entry((Map<?, ?>) entry))
                    .toList();
        }

        /** What says whether the desired outcome was reached, or how much there was. */
        String measure() {
            return text(has("numerator") ? "numerator" : "value");
        }
    }
}
