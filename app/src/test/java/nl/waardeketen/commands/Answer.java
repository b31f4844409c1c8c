// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON that {@code adjust} prints. */
record Answer(Map<String, @Nullable Object> json) {

    /** An object inside the answer; numbers that are null are {@code NaN}. */
    record Part(Map<?, ?> values) {

        double number(String name) {
            require(name);
            return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        String text(String name) {
            require(name);
            return (String) Objects.requireNonNull(values.get(name));
        }

        List<Part> parts(String name) {
            require(name);
            return ((List<?>) Objects.requireNonNull(values.get(name)))
                    .stream().map(value -> new Part((Map<?, ?>) value)).toList();
        }

        List<String> names() {
            return values.keySet().stream().map(String.class::cast).toList();
        }

        private void require(String name) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no " + name + " among " + values.keySet());
            }
        }
    }

    List<Part> units() {
        return new Part(json).parts("units");
    }

    List<String> unitNames() {
        return units().stream().map(unit -> unit.text("unit")).toList();
    }

    List<String> unitsWith(String signal) {
        return units().stream()
                .filter(unit -> unit.text("signal").equals(signal))
                .map(unit -> unit.text("unit"))
                .toList();
    }

    Part unit(String name) {
        return units().stream()
                .filter(unit -> unit.text("unit").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit " + name + " among " + unitNames()));
    }

    Part model() {
        return part("model");
    }

    Part overdispersion() {
        return part("overdispersion");
    }

    Part hierarchical() {
        return part("hierarchical");
    }

    Part coefficient(String name) {
        return model().parts("coefficients").stream()
                .filter(coefficient -> coefficient.text("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no coefficient " + name));
    }

    private Part part(String name) {
        return new Part((Map<?, ?>) Objects.requireNonNull(json.get(name), name));
    }
}
