// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Starts Spark as the module was packaged. */
final class Sparks {
    static final Path LIBRARIES = Path.of("target", "lib").toAbsolutePath();

    private Sparks() {}

    static SparkEngine local(Path scratch) {
        return SparkEngine.open(new SparkStart("local[2]", LIBRARIES, null, Map.of()), scratch);
    }

    static BothEngines besideDuckDb(Collection<Path> readable, Path scratch, String master) {
        var start = new SparkStart(master, LIBRARIES, null, Map.of("spark.executor.memory", "640m"));
        return new BothEngines(DuckDbEngine.open(readable, scratch), SparkEngine.open(start, scratch));
    }
}
