// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.Collection;

/** Which engine answers, and how it starts. */
@FunctionalInterface
public interface EngineOpening {

    /**
     * Opens an engine.
     *
     * @param readable the files it may read
     * @param scratch folder for what does not fit in memory
     * @throws EngineUnavailable when it does not start
     */
    Engine open(Collection<Path> readable, Path scratch);
}
