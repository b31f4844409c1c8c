// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** Types of an outcome set with their names in a Frictionless schema. */
enum FieldType {
    DATE("date"),
    TIME("datetime"),
    INTEGER("integer"),
    NUMBER("number"),
    FLAG("boolean"),
    CATEGORY("string"),
    TEXT("string");

    private final String frictionless;

    FieldType(String frictionless) {
        this.frictionless = frictionless;
    }

    String frictionless() {
        return frictionless;
    }
}
