// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.shared;

/** What was asked for does not exist, or not for this viewer. */
public final class NotFound extends Refusal {
    public NotFound(String code, Object... arguments) {
        super(code, arguments);
    }
}
