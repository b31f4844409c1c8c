// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

/** What was given is not valid. */
public final class Invalid extends Refusal {
    public Invalid(String code, Object... arguments) {
        super(code, arguments);
    }
}
