// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/** An engine that does not start; its message says why and what to do, and holds no data, as none was read yet. */
public final class EngineUnavailable extends RuntimeException {
    EngineUnavailable(String reason) {
        super(reason);
    }
}
