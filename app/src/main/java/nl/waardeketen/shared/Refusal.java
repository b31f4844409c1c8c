// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

import java.util.List;

/** A request that is not granted, with a stable code under which its words stand in the message bundles. */
public abstract sealed class Refusal extends RuntimeException permits NotFound, Refused, Invalid, Forbidden {
    private final String code;
    private final transient List<Object> arguments;

    Refusal(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    /** What the words speak of. */
    public List<Object> arguments() {
        return arguments;
    }
}
