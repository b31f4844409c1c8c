// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the data determine every coefficient of a case-mix model; if not, which variable is to blame. */
final class Identifiability {
    private static final double COLLINEAR = 1e-12;
    private static final int MOST_LISTED = 5;

    private final Kind kind;
    private final Patterns patterns;

    Identifiability(Kind kind, Patterns patterns) {
        this.kind = kind;
        this.patterns = patterns;
    }

    /** Refuses an outcome that nobody or everybody has. */
    void requireVariation() {
        double observed = Arrays.stream(patterns.observed()).sum();
        if (!(observed > 0)) {
            throw ModelRefusal.of(
                    "outcome.none",
                    "",
                    "the outcome is 0 in every row, so there is nothing to adjust; drop --case-mix");
        }
        if (kind == Kind.PROPORTION
                && observed == Arrays.stream(patterns.weight()).sum()) {
            throw ModelRefusal.of(
                    "outcome.all", "", "every patient has the event, so there is nothing to adjust; drop --case-mix");
        }
    }

    /** The model matrix; refuses columns that have no place in it, and levels in which nobody or everybody has the event. */
    Design requireDesign(Set<String> leftOut) {
        var findings = levelsWithoutContrast();
        try {
            var design = new Design(patterns, leftOut);
            if (findings.isEmpty()) {
                return design;
            }
        } catch (ModelRefusal refusal) {
            findings.addAll(refusal.findings());
        }
        throw new ModelRefusal(findings);
    }

    /** A level in which nobody or everybody has the event has no finite coefficient. */
    private List<ModelRefusal.Finding> levelsWithoutContrast() {
        var findings = new ArrayList<ModelRefusal.Finding>();
        for (var column : patterns.columns()) {
            if (column instanceof CaseMixColumn.Factor factor
                    && factor.levels().size() > 1
                    && factor.levels().size() < Design.MOST_COLUMNS) {
                addEmptyLevels(factor, findings);
            }
        }
        return findings;
    }

    private void addEmptyLevels(CaseMixColumn.Factor factor, List<ModelRefusal.Finding> findings) {
        int levels = factor.levels().size();
        var rows = new double[levels];
        var observed = new double[levels];
        var weight = new double[levels];
        for (int i = 0; i < patterns.size(); i++) {
            rows[factor.codes()[i]] += patterns.rows()[i];
            observed[factor.codes()[i]] += patterns.observed()[i];
            weight[factor.codes()[i]] += patterns.weight()[i];
        }
        var separated = IntStream.range(0, levels)
                .filter(level -> rows[level] > 0)
                .filter(level -> observed[level] == 0 || (kind == Kind.PROPORTION && observed[level] == weight[level]))
                .mapToObj(level -> factor.levels().get(level) + " (" + words(observed[level]) + " of its "
                        + Math.round(rows[level]) + " rows)")
                .toList();
        if (!separated.isEmpty()) {
            findings.add(new ModelRefusal.Finding(
                    "case-mix.separated",
                    factor.name(),
                    "case-mix column " + factor.name()
                            + (kind.isAmount()
                                    ? " has levels in which the outcome is 0 in every row, so that they"
                                    : " has levels in which all or no rows have the event, so that they")
                            + " cannot be modelled: " + listed(separated) + "; merge them with other levels"
                            + (kind == Kind.PROPORTION ? ", or fit them with --penalised" : "")));
        }
    }

    private String words(double observed) {
        return observed == 0 && !kind.isAmount() ? "none" : "all";
    }

    private static String listed(List<String> levels) {
        int shown = Math.min(levels.size(), MOST_LISTED);
        var names = String.join(", ", levels.subList(0, shown));
        return shown < levels.size() ? names + " and " + (levels.size() - shown) + " more" : names;
    }

    /**
     * Indicators of missing numbers whose patients all have the event, or none: a few patients without a value are no reason
     * to refuse a model, and the mean stands for their value.
     */
    Set<String> indicatorsWithoutContrast() {
        var names = new TreeSet<String>();
        for (var column : patterns.columns()) {
            if (column instanceof CaseMixColumn.Numeric numeric) {
                var missing = IntStream.range(0, patterns.size())
                        .filter(i -> Double.isNaN(numeric.values()[i]))
                        .toArray();
                double observed = Arrays.stream(missing)
                        .mapToDouble(i -> patterns.observed()[i])
                        .sum();
                double weight = Arrays.stream(missing)
                        .mapToDouble(i -> patterns.weight()[i])
                        .sum();
                if (missing.length > 0 && (observed == 0 || (kind == Kind.PROPORTION && observed == weight))) {
                    names.add(numeric.name() + "=" + CaseMixColumn.UNKNOWN);
                }
            }
        }
        return names;
    }

    /**
     * Refuses columns that others determine. Of indicators of missing values that add nothing, as when two variables are
     * missing of the same patients, gives the names: they can be left out without harm.
     */
    Set<String> requireIndependence(Design design, double[][] gram) {
        var aliased = new TreeSet<String>();
        var findings = new ArrayList<ModelRefusal.Finding>();
        var kept = new ArrayList<Integer>(knownFirst(design));
        for (; ; ) {
            var cholesky = new Cholesky(permuted(gram, kept), COLLINEAR);
            int dependent = cholesky.dependentRow();
            if (dependent < 0) {
                break;
            }
            var column = design.column(kept.get(dependent));
            if (column.unknown()) {
                aliased.add(column.name());
            } else {
                findings.add(collinear(design, column, kept, cholesky.combination()));
            }
            kept.remove(dependent);
        }
        if (!findings.isEmpty()) {
            throw new ModelRefusal(findings);
        }
        return aliased;
    }

    private static List<Integer> knownFirst(Design design) {
        return IntStream.range(0, design.width())
                .boxed()
                .sorted((i, j) -> Boolean.compare(
                        design.column(i).unknown(), design.column(j).unknown()))
                .toList();
    }

    private static ModelRefusal.Finding collinear(
            Design design, Design.Column column, List<Integer> kept, double[] combination) {
        var others = new HashSet<String>();
        for (int i = 0; i < combination.length; i++) {
            if (Math.abs(combination[i]) > 1e-6) {
                others.add(design.column(kept.get(i)).variable());
            }
        }
        others.remove("");
        others.remove(column.variable());
        var determinedBy = others.isEmpty()
                ? "its own other levels"
                : others.stream().sorted().collect(Collectors.joining(", "));
        return new ModelRefusal.Finding(
                "case-mix.collinear",
                column.variable(),
                "case-mix column " + column.variable() + " (" + column.name() + ") is determined by " + determinedBy
                        + "; leave one of them out");
    }

    private static double[][] permuted(double[][] lower, List<Integer> order) {
        var permuted = new double[order.size()][];
        for (int i = 0; i < permuted.length; i++) {
            permuted[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                int high = Math.max(order.get(i), order.get(j));
                int low = Math.min(order.get(i), order.get(j));
                permuted[i][j] = lower[high][low];
            }
        }
        return permuted;
    }
}
