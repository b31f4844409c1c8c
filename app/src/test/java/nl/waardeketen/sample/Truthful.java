// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.waardeketen.sample.OutcomeSet.Entry;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code truth.json} or {@code datapackage.json} says. */
record Truthful(Entry told) {

    static Truthful in(Path file) throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new Truthful(new Entry(yaml.<Map<?, ?>>load(Files.readString(file))));
    }

    /** What it says of a patient group. */
    static Truthful of(String group, Path file) throws IOException {
        return new Truthful(new Entry(new Entry(in(file).told.map("groups")).map(group)));
    }

    List<String> hospitals() {
        return keys(told.map("episodes"));
    }

    /** Indicators that are drawn from a logistic model. */
    List<String> logistic() {
        return keys(told.map("models")).stream()
                .filter(indicator -> model(indicator).text("scale").equals("log-odds"))
                .toList();
    }

    Map<?, ?> coefficients(String indicator) {
        return model(indicator).map("coefficients");
    }

    double effect(String indicator, String hospital) {
        return number(part("effects", indicator), hospital);
    }

    double missing(String hospital, String variable) {
        var shares = part("missing", hospital);
        return shares.containsKey(variable) ? number(shares, variable) : 0;
    }

    /** What follows from the effects of this hospital for this indicator. */
    Entry following(String hospital, String indicator) {
        return told.entries("follows-from").stream()
                .filter(entry -> entry.text("organisation").equals(hospital)
                        && entry.text("indicator").equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    static double number(Map<?, ?> values, String name) {
        return ((Number) Objects.requireNonNull(values.get(name), name)).doubleValue();
    }

    private Entry model(String indicator) {
        return new Entry(part("models", indicator));
    }

    private Map<?, ?> part(String name, String key) {
        return new Entry(told.map(name)).map(key);
    }

    private static List<String> keys(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).toList();
    }
}
