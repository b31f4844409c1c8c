// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

/** What was asked cannot be done as things stand. */
public final class Refused extends Refusal {
    public Refused(String code, Object... arguments) {
        super(code, arguments);
    }
}
