// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One fit of a {@link CaseMixModel}: refuses what the data cannot support, then Newton's method with halved steps. */
final class ModelFitting {
    private static final double SINGULAR = 1e-14;
    private static final double CONVERGED = 1e-12;
    private static final double STILL_MOVING = 0.05;
    private static final double NEAR = 0.5;
    private static final int MOST_STEPS = 30;
    private static final int MOST_STEPS_OF_AMOUNT = 200;
    private static final int MOST_HALVINGS = 30;

    private final Kind kind;
    private final Patterns patterns;
    private final Identifiability identifiability;
    private final Set<String> leftOut;
    private Design design;
    private LogLikelihood likelihood;

    ModelFitting(Kind kind, Patterns patterns) {
        if (kind.isAmount() && !Arrays.equals(patterns.weight(), patterns.rows())) {
            throw new IllegalArgumentException("a model of a " + kind + " takes patterns of rates, without exposure");
        }
        this.kind = kind;
        this.patterns = patterns;
        identifiability = new Identifiability(kind, patterns);
        identifiability.requireVariation();
        leftOut = identifiability.indicatorsWithoutContrast();
        design = identifiability.requireDesign(leftOut);
        likelihood = new LogLikelihood(kind, design, patterns);
    }

    CaseMixFit fit() {
        requireDesign();
        var summit = summit();
        var rates = likelihood.rates(summit.coefficients);
        if (kind == Kind.PROPORTION) {
            var reported = coefficients(summit, 1);
            return new CaseMixFit(
                    CaseMixModel.ofEvents(ModelForm.LIKELIHOOD, reported, patterns, rates, design.width()), rates);
        }
        double rows = patterns.totalRows();
        double spare = rows - design.width();
        double dispersion = kind.isAmount()
                ? AmountDispersion.of(patterns, rates, spare)
                : spare > 0 ? pearson(kind, patterns, rates) / spare : Double.NaN;
        var model = new CaseMixModel(kind, coefficients(summit, dispersion), dispersion, Double.NaN, Math.round(rows));
        return new CaseMixFit(model, rates);
    }

    /** The model matrix that remains after all refusals. */
    Design requireDesign() {
        requireRows(patterns, design);
        var aliased = identifiability.requireIndependence(design, likelihood.gram());
        if (!aliased.isEmpty()) {
            leftOut.addAll(aliased);
            design = new Design(patterns, leftOut);
            likelihood = new LogLikelihood(kind, design, patterns);
        }
        return design;
    }

    /** The coefficients of that design, once it is known. */
    Summit summit() {
        var start = new double[design.width()];
        double rate = patterns.overallRate();
        start[0] = kind == Kind.PROPORTION ? Math.log(rate / (1 - rate)) : Math.log(rate);
        return climb(start);
    }

    static void requireRows(Patterns patterns, Design design) {
        double rows = patterns.totalRows();
        if (rows <= design.width() && design.width() > 1) {
            throw ModelRefusal.of(
                    "case-mix.too-many",
                    "",
                    design.width() + " coefficients need more than " + Math.round(rows)
                            + " rows with an outcome; use fewer case-mix columns");
        }
    }

    /** The coefficients of greatest likelihood, with the information there. */
    record Summit(double[] coefficients, double[][] information) {}

    /** Newton steps until the next one would not change the log-likelihood. */
    private Summit climb(double[] start) {
        var coefficients = start;
        boolean careful = kind.isAmount();
        var current = likelihood.at(coefficients, careful);
        var step = new double[start.length];
        for (int steps = 0; steps < (kind.isAmount() ? MOST_STEPS_OF_AMOUNT : MOST_STEPS); steps++) {
            var information = new Cholesky(current.information(), SINGULAR);
            if (information.dependentRow() >= 0) {
                throw separated(information.dependentRow());
            }
            step = information.solve(current.gradient());
            double gain = dot(step, current.gradient());
            boolean newton = !careful;
            careful = kind.isAmount() && largest(step) > NEAR;
            double factor = 1;
            var next = sum(coefficients, step, factor);
            var reached = likelihood.at(next, careful);
            for (int i = 0; i < MOST_HALVINGS && !climbed(current.value(), reached.value()); i++) {
                factor /= 2;
                next = sum(coefficients, step, factor);
                reached = likelihood.at(next, careful);
            }
            coefficients = next;
            current = reached;
            if (newton && gain < CONVERGED && largest(step) < STILL_MOVING) {
                return new Summit(coefficients, current.information());
            }
        }
        throw separated(indexOfLargest(step, Math.min(1, step.length - 1)));
    }

    private static boolean climbed(double from, double to) {
        return to >= from - 1e-9 * (Math.abs(from) + 1);
    }

    /** Pearson χ² over single rows, from the sums of the patterns. */
    static double pearson(Kind kind, Patterns patterns, double[] rates) {
        double chiSquared = 0;
        for (int i = 0; i < rates.length; i++) {
            double rate = rates[i];
            double squares =
                    patterns.squares()[i] - 2 * rate * patterns.observed()[i] + rate * rate * patterns.weight()[i];
            chiSquared += squares / (kind == Kind.PROPORTION ? rate * (1 - rate) : rate);
        }
        return chiSquared;
    }

    /** With the standard errors of R: those of a gamma model by its expected information, X′X / dispersion. */
    private List<Coefficient> coefficients(Summit summit, double dispersion) {
        var information = kind.isAmount() ? likelihood.gram() : summit.information;
        double scale = kind.isAmount() ? dispersion : 1;
        return reported(summit.coefficients, new Cholesky(information, SINGULAR).inverse(), scale);
    }

    /** Coefficients of the design and their covariance as those of the variables as given, with those that were left out. */
    List<Coefficient> reported(double[] ofDesign, double[][] covarianceOfDesign, double scale) {
        var estimates = design.reported(ofDesign);
        var covariance = design.reported(covarianceOfDesign);
        var reported = new ArrayList<Coefficient>();
        for (int i = 0; i < estimates.length; i++) {
            reported.add(new Coefficient(design.column(i).name(), estimates[i], Math.sqrt(scale * covariance[i][i])));
        }
        leftOut.forEach(name -> reported.add(new Coefficient(name, Double.NaN, Double.NaN)));
        return reported;
    }

    private ModelRefusal separated(int index) {
        var column = design.column(index);
        if (index == 0) {
            return ModelRefusal.of(
                    "case-mix.diverged",
                    "",
                    "the case-mix model does not converge; use fewer case-mix columns or merge rare levels");
        }
        return ModelRefusal.of(
                "case-mix.separated",
                column.variable(),
                "case-mix column " + column.variable() + " (" + column.name()
                        + ") separates the patients "
                        + (kind.isAmount() ? "whose outcome is 0 from the others" : "with the event from those without")
                        + ", so its coefficient has no finite"
                        + " value; merge levels or leave it out"
                        + (kind == Kind.PROPORTION ? ", or fit it with --penalised" : ""));
    }

    private static double[] sum(double[] left, double[] right, double factor) {
        var sum = left.clone();
        Arrays.setAll(sum, i -> left[i] + factor * right[i]);
        return sum;
    }

    private static double dot(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> left[i] * right[i])
                .sum();
    }

    private static double largest(double[] step) {
        return Math.abs(step[indexOfLargest(step, 0)]);
    }

    private static int indexOfLargest(double[] step, int from) {
        int largest = from;
        for (int i = from + 1; i < step.length; i++) {
            if (Math.abs(step[i]) > Math.abs(step[largest])) {
                largest = i;
            }
        }
        return largest;
    }
}
