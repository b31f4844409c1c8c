// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Case-mix patterns scored by coefficients from elsewhere; all names that do not fit are told at once. */
final class ImportedPredictor {
    private final Map<String, Double> coefficients;
    private final Set<String> used = new HashSet<>();
    private final List<ModelRefusal.Finding> findings = new ArrayList<>();

    ImportedPredictor(Map<String, Double> coefficients) {
        this.coefficients = coefficients;
    }

    /** x′b of every pattern with the intercept; {@code known} are names that have another use. */
    double[] of(Patterns patterns, Set<String> known) {
        used.addAll(known);
        var predictors = new double[patterns.size()];
        Arrays.fill(predictors, coefficient(ImportedModel.INTERCEPT, ""));
        for (var column : patterns.columns()) {
            if (column instanceof CaseMixColumn.Numeric numeric) {
                add(numeric, patterns.rows(), predictors);
            } else if (column instanceof CaseMixColumn.Factor factor) {
                add(factor, predictors);
            }
        }
        coefficients.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted(CodePoints.ORDER)
                .forEach(name -> findings.add(new ModelRefusal.Finding(
                        "coefficients.unknown",
                        name,
                        "coefficient " + name + " belongs to no case-mix column; name its column in --case-mix, in the"
                                + " same form, or leave the coefficient out")));
        if (!findings.isEmpty()) {
            throw new ModelRefusal(findings);
        }
        return predictors;
    }

    private double coefficient(String name, String variable) {
        used.add(name);
        var value = coefficients.get(name);
        if (value == null) {
            findings.add(new ModelRefusal.Finding(
                    "coefficients.missing", variable, "there is no coefficient " + name + "; add it to the file"));
            return 0;
        }
        return value;
    }

    private void add(CaseMixColumn.Numeric numeric, double[] rows, double[] predictors) {
        var name = numeric.name();
        if (numeric.form() == CaseMixColumn.Form.SPLINE) {
            findings.add(new ModelRefusal.Finding(
                    "coefficients.spline",
                    name,
                    "case-mix column " + name + " is a spline, whose knots would follow these data; use it linear,"
                            + " quadratic or as a factor"));
            used.addAll(coefficients.keySet().stream()
                    .filter(each -> each.startsWith(name))
                    .toList());
            return;
        }
        double linear = coefficient(name, name);
        double squared = numeric.form() == CaseMixColumn.Form.QUADRATIC ? coefficient(name + "^2", name) : 0;
        var unknown = name + "=" + CaseMixColumn.UNKNOWN;
        boolean missing = Arrays.stream(numeric.values()).anyMatch(Double::isNaN);
        double ofMissing = missing ? coefficient(unknown, name) : 0;
        used.add(unknown);
        double mean = missing ? mean(numeric.values(), rows) : 0;
        for (int i = 0; i < predictors.length; i++) {
            boolean here = !Double.isNaN(numeric.values()[i]);
            double x = here ? numeric.values()[i] : mean;
            predictors[i] += linear * x + squared * x * x + (here ? 0 : ofMissing);
        }
    }

    private static double mean(double[] values, double[] rows) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += rows[i] * values[i];
                count += rows[i];
            }
        }
        return count > 0 ? sum / count : 0;
    }

    /** The level without a coefficient is the reference, if it comes before all levels of data and coefficients. */
    private void add(CaseMixColumn.Factor factor, double[] predictors) {
        var prefix = factor.name() + "=";
        var elsewhere = coefficients.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
        elsewhere.forEach(level -> used.add(prefix + level));
        var all = Stream.concat(factor.levels().stream(), elsewhere.stream())
                .distinct()
                .toList();
        var codes = new int[all.size()];
        Arrays.setAll(codes, i -> i);
        var reference = CaseMixColumn.Factor.of(factor.name(), new ArrayList<>(all), codes)
                .levels()
                .get(0);
        var ofLevel = factor.levels().stream()
                .mapToDouble(level -> level.equals(reference) && !elsewhere.contains(level)
                        ? 0
                        : coefficient(prefix + level, factor.name()))
                .toArray();
        for (int i = 0; i < predictors.length; i++) {
            predictors[i] += ofLevel[factor.codes()[i]];
        }
    }
}
