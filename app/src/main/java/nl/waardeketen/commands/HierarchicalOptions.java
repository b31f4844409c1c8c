// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.Optional;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.RandomInterceptModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code adjust} that ask for shrunken estimates. */
final class HierarchicalOptions {
    private static final int MOST_NODES = 100;

    @Option(
            names = "--hierarchical",
            description = "Add what may be expected of each unit when chance is allowed for: shrunken estimates.")
    private boolean wanted;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "Quadrature nodes of --hierarchical for a proportion; 1 is Laplace. Default: 15.")
    private @Nullable Integer nodes;

    /** What is wrong with these options, given the others. */
    Optional<String> contradiction(Kind kind, @Nullable String expected) {
        if (nodes != null && !wanted) {
            return Optional.of("--nodes goes with --hierarchical");
        }
        if (nodes != null && (nodes < 1 || nodes > MOST_NODES)) {
            return Optional.of("--nodes takes 1 to " + MOST_NODES);
        }
        return wanted && expected != null && kind.isAmount()
                ? Optional.of("--hierarchical of a duration or cost has expected values of its own; drop --expected")
                : Optional.empty();
    }

    Adjustment added(Adjustment adjustment, Progress progress) {
        if (!wanted) {
            return adjustment;
        }
        progress.says("fitting the hierarchical model");
        return adjustment.shrunken(nodes == null ? RandomInterceptModel.NODES : nodes);
    }
}
