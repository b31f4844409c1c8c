// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The model matrix of a case-mix model, one row per pattern. Numbers are centred and scaled inside; a factor takes one
 * number per row whatever its number of levels, so that large factors cost no more than small ones.
 */
final class Design {
    static final int MOST_COLUMNS = 1_000;

    /** A column of the matrix: the name under which its coefficient is reported, and the variable it belongs to. */
    record Column(String name, String variable, boolean unknown) {}

    private final int rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<Integer> numberColumns = new ArrayList<>();
    private final List<int[]> indicators = new ArrayList<>();
    private final List<Rescaling> rescalings = new ArrayList<>();
    private final double[][] numberOf;
    private final int[] numberColumn;
    private final int[][] indicatorOf;

    /** {@code target += factor × source}, or {@code target *= factor} where both are the same. */
    private record Rescaling(int target, int source, double factor) {}

    /** The design of these patterns, leaving out the columns of these names. */
    Design(Patterns patterns, Set<String> leftOut) {
        rows = patterns.size();
        addNumber(new Column("(Intercept)", "", false), ones());
        var findings = new ArrayList<ModelRefusal.Finding>();
        for (var column : patterns.columns()) {
            try {
                add(column, patterns.rows(), leftOut);
            } catch (ModelRefusal refusal) {
                findings.addAll(refusal.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new ModelRefusal(findings);
        }
        numberOf = numbers.toArray(double[][]::new);
        numberColumn = numberColumns.stream().mapToInt(Integer::intValue).toArray();
        indicatorOf = indicators.toArray(int[][]::new);
    }

    int rows() {
        return rows;
    }

    int width() {
        return columns.size();
    }

    Column column(int index) {
        return columns.get(index);
    }

    /** Entries per row that {@link #gather} fills at most. */
    int entries() {
        return numberOf.length + indicatorOf.length;
    }

    /** Writes the non-zero entries of a row and returns how many there are. */
    int gather(int row, int[] index, double[] value) {
        int filled = 0;
        for (; filled < numberOf.length; filled++) {
            index[filled] = numberColumn[filled];
            value[filled] = numberOf[filled][row];
        }
        for (var indicator : indicatorOf) {
            if (indicator[row] >= 0) {
                index[filled] = indicator[row];
                value[filled] = 1;
                filled++;
            }
        }
        return filled;
    }

    /** X′y for a sum per pattern. */
    double[] products(double[] sums) {
        var products = new double[width()];
        var index = new int[entries()];
        var value = new double[entries()];
        for (int row = 0; row < rows; row++) {
            int filled = gather(row, index, value);
            for (int i = 0; i < filled; i++) {
                products[index[i]] += value[i] * sums[row];
            }
        }
        return products;
    }

    /** Turns coefficients of the matrix into coefficients of the variables as they were given. */
    double[] reported(double[] coefficients) {
        var reported = coefficients.clone();
        for (var step : rescalings) {
            double moved = step.factor * reported[step.source];
            reported[step.target] = step.target == step.source ? moved : reported[step.target] + moved;
        }
        return reported;
    }

    /** The same for their covariance, on both sides. */
    double[][] reported(double[][] covariance) {
        var left = transposed(
                Arrays.stream(transposed(covariance)).map(this::reported).toArray(double[][]::new));
        return Arrays.stream(left).map(this::reported).toArray(double[][]::new);
    }

    private static double[][] transposed(double[][] matrix) {
        var transposed = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    private void add(CaseMixColumn column, double[] times, Set<String> leftOut) {
        if (column instanceof CaseMixColumn.Numeric numeric) {
            add(numeric, times, leftOut);
        } else if (column instanceof CaseMixColumn.Factor factor) {
            add(factor, leftOut);
        }
    }

    private void add(CaseMixColumn.Numeric numeric, double[] times, Set<String> leftOut) {
        var name = numeric.name();
        double mean = mean(numeric.values(), times);
        if (Double.isNaN(mean)) {
            throw ModelRefusal.of(
                    "case-mix.empty", name, "case-mix column " + name + " has no value in any row; leave it out");
        }
        var filled = Arrays.stream(numeric.values())
                .map(x -> Double.isNaN(x) ? mean : x)
                .toArray();
        double scale = deviation(filled, times, mean);
        if (!(scale > 1e-12 * Math.abs(mean))) {
            throw constant(name);
        }
        switch (numeric.form()) {
            case LINEAR -> addPowers(name, filled, mean, scale, false);
            case QUADRATIC -> addPowers(name, filled, mean, scale, true);
            case SPLINE -> addSpline(name, filled, times);
        }
        addUnknown(numeric, leftOut);
    }

    private void addPowers(String name, double[] values, double mean, double scale, boolean squared) {
        var centred = Arrays.stream(values).map(x -> (x - mean) / scale).toArray();
        int first = addNumber(new Column(name, name, false), centred);
        rescalings.add(new Rescaling(first, first, 1 / scale));
        rescalings.add(new Rescaling(0, first, -mean));
        if (squared) {
            var squares = Arrays.stream(centred).map(x -> x * x).toArray();
            int second = addNumber(new Column(name + "^2", name, false), squares);
            rescalings.add(new Rescaling(second, second, 1 / (scale * scale)));
            rescalings.add(new Rescaling(0, second, mean * mean));
            rescalings.add(new Rescaling(first, second, -2 * mean));
        }
    }

    private void addSpline(String name, double[] values, double[] times) {
        var spline = splineOf(name, values, times);
        var basis = new double[NaturalSpline.DEGREES_OF_FREEDOM][rows];
        for (int row = 0; row < rows; row++) {
            var at = spline.basis(values[row]);
            for (int i = 0; i < at.length; i++) {
                basis[i][row] = at[i];
            }
        }
        for (int i = 0; i < basis.length; i++) {
            addNumber(new Column(name + "~" + (i + 1), name, false), basis[i]);
        }
    }

    private void addUnknown(CaseMixColumn.Numeric numeric, Set<String> leftOut) {
        var unknown = new Column(numeric.name() + "=" + CaseMixColumn.UNKNOWN, numeric.name(), true);
        boolean missing = Arrays.stream(numeric.values()).anyMatch(Double::isNaN);
        if (missing && !leftOut.contains(unknown.name())) {
            int index = addColumn(unknown);
            indicators.add(Arrays.stream(numeric.values())
                    .mapToInt(x -> Double.isNaN(x) ? index : -1)
                    .toArray());
        }
    }

    private static NaturalSpline splineOf(String name, double[] values, double[] times) {
        try {
            return NaturalSpline.of(values, times);
        } catch (IllegalArgumentException e) {
            throw ModelRefusal.of(
                    "case-mix.spline",
                    name,
                    "case-mix column " + name + " has too few different values for a spline (" + e.getMessage()
                            + "), where a missing one counts as the mean; use quadratic or factor");
        }
    }

    private void add(CaseMixColumn.Factor factor, Set<String> leftOut) {
        var name = factor.name();
        int levels = factor.levels().size();
        if (levels < 2) {
            throw constant(name);
        }
        if (width() + levels > MOST_COLUMNS) {
            throw ModelRefusal.of(
                    "case-mix.levels",
                    name,
                    "case-mix column " + name + " has " + levels + " levels, and a model has at most " + MOST_COLUMNS
                            + " coefficients; group its levels, or leave it out if it is an identifier");
        }
        var columnOfLevel = new int[levels];
        columnOfLevel[0] = -1;
        for (int level = 1; level < levels; level++) {
            var label = factor.levels().get(level);
            var column = new Column(name + "=" + label, name, label.equals(CaseMixColumn.UNKNOWN));
            columnOfLevel[level] = leftOut.contains(column.name()) ? -1 : addColumn(column);
        }
        indicators.add(
                Arrays.stream(factor.codes()).map(code -> columnOfLevel[code]).toArray());
    }

    private int addNumber(Column column, double[] values) {
        int index = addColumn(column);
        numbers.add(values);
        numberColumns.add(index);
        return index;
    }

    private int addColumn(Column column) {
        columns.add(column);
        return columns.size() - 1;
    }

    private double[] ones() {
        var ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static ModelRefusal constant(String name) {
        return ModelRefusal.of(
                "case-mix.constant",
                name,
                "case-mix column " + name + " has the same value in every row; leave it out");
    }

    /** Mean of the known values. */
    private static double mean(double[] values, double[] times) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += times[i] * values[i];
                count += times[i];
            }
        }
        return sum / count;
    }

    private static double deviation(double[] values, double[] times, double mean) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * (values[i] - mean) * (values[i] - mean);
            count += times[i];
        }
        return Math.sqrt(sum / count);
    }
}
