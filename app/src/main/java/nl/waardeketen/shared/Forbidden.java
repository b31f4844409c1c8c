// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

/** The viewer may not do this. */
public final class Forbidden extends Refusal {
    public Forbidden(String code, Object... arguments) {
        super(code, arguments);
    }
}
