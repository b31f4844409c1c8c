// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.util.List;
import java.util.stream.Stream;
import nl.waardeketen.statistics.ComparisonRules;
import nl.waardeketen.statistics.DispersionMethod;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.ModelForm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code adjust} for another fit and for calibrated judgement. */
final class FitOptions {
    enum ModelName {
        LOG_LINEAR;

        @Override
        public String toString() {
            return "log-linear";
        }
    }

    @Option(
            names = "--calibrated",
            description =
                    "Judge every unit by the others; signals and intervals hold what they promise, as in a release.")
    private boolean calibrated;

    @Option(
            names = "--penalised",
            description = "Logistic model with Firth's penalty, which also fits where a column separates patients.")
    private boolean penalised;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "log-linear: for duration and cost above zero, least squares of the logarithm, with smearing.")
    private @Nullable ModelName model;

    ModelForm form() {
        return penalised ? ModelForm.PENALISED : model == null ? ModelForm.LIKELIHOOD : ModelForm.LOG_LINEAR;
    }

    /** What does not go together, in words. */
    List<String> contradictions(Kind kind, boolean given, boolean scaled, @Nullable DispersionMethod dispersion) {
        return Stream.of(
                        said(penalised && kind != Kind.PROPORTION, "--penalised goes with --kind proportion"),
                        said(model != null && !kind.isAmount(), "--model log-linear goes with --kind duration or cost"),
                        said(
                                given && form() != ModelForm.LIKELIHOOD,
                                "--expected brings its own expected values, so there is no model to choose"),
                        said(
                                given && calibrated,
                                "--calibrated compares with the others, and --expected with a standard from elsewhere;"
                                        + " drop one of them"),
                        said(
                                scaled && calibrated,
                                "--calibrated has its own scale and estimate; drop --transform, --winsorise and"
                                        + " --truncate"),
                        said(
                                calibrated && dispersion == DispersionMethod.MULTIPLICATIVE,
                                "--calibrated goes with --dispersion none or additive"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> said(boolean wrong, String text) {
        return wrong ? List.of(text) : List.of();
    }

    ComparisonRules applied(ComparisonRules rules) {
        return calibrated ? rules.calibrated(rules.dispersion()) : rules;
    }
}
