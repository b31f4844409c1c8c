// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import nl.waardeketen.analytics.CohortColumns;
import nl.waardeketen.analytics.CohortReading;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.ImportedModel;
import nl.waardeketen.statistics.IntervalMethod;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.RandomInterceptModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code adjust} that say where its model comes from and whether estimates are shrunken. */
final class ModelOptions {
    private static final int MOST_NODES = 100;

    @Option(
            names = "--coefficients",
            paramLabel = "FILE",
            description = "CSV file name,estimate with the coefficients of a model from elsewhere; none is fitted.")
    private @Nullable Path coefficients;

    @Option(
            names = "--hierarchical",
            description = "Add what may be expected of each unit when chance is allowed for: shrunken estimates.")
    private boolean hierarchical;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "Quadrature nodes of --hierarchical for a proportion; 1 is Laplace. Default: 15.")
    private @Nullable Integer nodes;

    /** What is wrong with these options, given the others. */
    Optional<String> contradiction(Kind kind, @Nullable String expected) {
        if (nodes != null && !hierarchical) {
            return Optional.of("--nodes goes with --hierarchical");
        }
        if (nodes != null && (nodes < 1 || nodes > MOST_NODES)) {
            return Optional.of("--nodes takes 1 to " + MOST_NODES);
        }
        if (expected != null && coefficients != null) {
            return Optional.of("--expected and --coefficients exclude each other");
        }
        if (coefficients != null && !CoefficientFile.isThere(coefficients)) {
            return Optional.of(coefficients + " is not a file that can be read");
        }
        return hierarchical && kind.isAmount() && (expected != null || coefficients != null)
                ? Optional.of("--hierarchical of a duration or cost fits a model of its own; drop "
                        + (expected != null ? "--expected" : "--coefficients"))
                : Optional.empty();
    }

    /** The answer by the model that was asked for. */
    Adjustment adjustment(
            CohortColumns columns,
            CohortReading reading,
            ComparisonRules rules,
            IntervalMethod interval,
            ModelForm form,
            Progress progress)
            throws IOException {
        var imported = coefficients == null
                ? null
                : new ImportedModel(columns.kind(), columns.unit(), CoefficientFile.read(coefficients));
        progress.says("fitting the case-mix model");
        var plain = imported == null
                ? Adjustment.of(columns, reading, rules, interval, form)
                : Adjustment.by(imported, columns, reading, rules, interval);
        if (!hierarchical) {
            return plain;
        }
        progress.says("fitting the hierarchical model");
        return plain.shrunken(imported, nodes == null ? RandomInterceptModel.NODES : nodes);
    }
}
