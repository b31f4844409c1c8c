// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All rows of one comparison, counted: one cell per unit and case-mix pattern. Cells in the order of their case-mix
 * values give the fewest patterns; any order gives the same answer. Rows of one cell that hold an amount have one exposure.
 */
public final class Cohort {
    private final List<String> units;
    private final int[] unitOfCell;
    private final int[] patternOfCell;
    private final Patterns cells;
    private final Patterns patterns;

    /**
     * @param units names of the units
     * @param unitOfCell index in {@code units} of each cell
     * @param cells case-mix values and sums of each cell
     */
    public Cohort(List<String> units, int[] unitOfCell, Patterns cells) {
        if (unitOfCell.length != cells.size()) {
            throw new IllegalArgumentException(unitOfCell.length + " units for " + cells.size() + " cells");
        }
        this.units = List.copyOf(units);
        this.unitOfCell = unitOfCell;
        this.cells = cells;
        this.patternOfCell = numberPatterns(cells);
        this.patterns = collapse(cells, patternOfCell);
    }

    public Patterns patterns() {
        return patterns;
    }

    List<String> units() {
        return units;
    }

    int[] unitOfCell() {
        return unitOfCell;
    }

    int[] patternOfCell() {
        return patternOfCell;
    }

    Patterns cells() {
        return cells;
    }

    /**
     * Fits the case-mix model of this kind. Without case mix every row is expected to have the overall rate, also an amount
     * with an exposure, of which a gamma model would give the mean of the rates instead.
     */
    public CaseMixFit fit(Kind kind) {
        boolean overall = kind.isAmount() && cells.columns().isEmpty() && patterns.overallRate() > 0;
        return overall ? overallFit(kind) : CaseMixModel.fit(kind, patterns(kind));
    }

    /** Fits the model in this form; a penalised one is for proportions, a log-linear one for durations and costs. */
    public CaseMixFit fit(Kind kind, ModelForm form) {
        if (form == ModelForm.LIKELIHOOD) {
            return fit(kind);
        }
        if ((form == ModelForm.PENALISED) != (kind == Kind.PROPORTION) || kind == Kind.COUNT) {
            throw new IllegalArgumentException("a " + form + " model does not go with a " + kind);
        }
        return form == ModelForm.PENALISED
                ? CaseMixModel.fitPenalised(patterns)
                : new LogLinearFit(kind, patterns(kind), logs()).fit();
    }

    /** Sums of ln(amount per exposure) per pattern, and of its square. */
    private Patterns logs() {
        var sums = new double[cells.size()];
        var squares = new double[cells.size()];
        for (int cell = 0; cell < sums.length; cell++) {
            double log = Math.log(cells.observed()[cell] / cells.weight()[cell]);
            if (!Double.isFinite(log)) {
                throw ModelRefusal.of(
                        "outcome.zero",
                        "",
                        "the outcome is 0 in some rows, which has no logarithm; use the gamma model (drop --model)");
            }
            sums[cell] = cells.rows()[cell] * log;
            squares[cell] = sums[cell] * log;
        }
        return collapse(new Patterns(cells.columns(), cells.rows(), cells.rows(), sums, squares), patternOfCell);
    }

    /** One rate Σy/Σw, of which the logarithm has the variance dispersion × Σw²/(Σw)². */
    private CaseMixFit overallFit(Kind kind) {
        var rates = new double[] {patterns.overallRate()};
        double dispersion = AmountDispersion.of(patterns(kind), rates, patterns.totalRows() - 1);
        double weight = 0;
        double squaredWeight = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            weight += cells.weight()[cell];
            squaredWeight += cells.weight()[cell] * cells.weight()[cell] / cells.rows()[cell];
        }
        var intercept =
                new Coefficient("(Intercept)", Math.log(rates[0]), Math.sqrt(dispersion * squaredWeight) / weight);
        var model =
                new CaseMixModel(kind, List.of(intercept), dispersion, Double.NaN, Math.round(patterns.totalRows()));
        return new CaseMixFit(model, rates);
    }

    /** The patterns to fit a model of this kind on: of an amount with an exposure those of its rates, amount per exposure. */
    Patterns patterns(Kind kind) {
        if (!kind.isAmount() || Arrays.equals(cells.weight(), cells.rows())) {
            return patterns;
        }
        var rates = new double[cells.size()];
        var squaredRates = new double[cells.size()];
        for (int cell = 0; cell < rates.length; cell++) {
            double exposure = cells.weight()[cell] / cells.rows()[cell];
            rates[cell] = cells.observed()[cell] / exposure;
            squaredRates[cell] = cells.squares()[cell] / exposure;
        }
        return collapse(new Patterns(cells.columns(), cells.rows(), cells.rows(), rates, squaredRates), patternOfCell);
    }

    /** Observed and expected per unit, sorted by unit, after {@link #fit}. */
    public List<UnitTotals> totals(CaseMixFit fit, IntervalMethod interval) {
        var kind = fit.model().kind();
        if (!kind.isAmount()) {
            return totals(kind, fit.rates());
        }
        var expected = new double[cells.size()];
        Arrays.setAll(expected, cell -> cells.weight()[cell] * fit.rates()[patternOfCell[cell]]);
        return new AmountTotals(units, unitOfCell, cells, expected, interval)
                .of(fit.model().dispersion());
    }

    /** Observed and expected per unit, sorted by unit, given the fitted rate of each pattern; of no amount. */
    public List<UnitTotals> totals(Kind kind, double[] rates) {
        var expected = new double[cells.size()];
        var variance = new double[cells.size()];
        for (int cell = 0; cell < expected.length; cell++) {
            double rate = rates[patternOfCell[cell]];
            expected[cell] = cells.weight()[cell] * rate;
            variance[cell] = kind == Kind.PROPORTION ? expected[cell] * (1 - rate) : expected[cell];
        }
        var expectedOfUnit = byUnit(expected);
        var varianceOfUnit = byUnit(variance);
        return totals(
                kind,
                (unit, n, observed, exposure) -> new UnitTotals(
                        units.get(unit), n, observed, exposure, expectedOfUnit[unit], varianceOfUnit[unit]));
    }

    /** Observed and expected per unit, sorted by unit, given the expected value of each cell from elsewhere. */
    public List<UnitTotals> givenTotals(Kind kind, double[] expected, IntervalMethod interval) {
        if (kind.isAmount()) {
            var totals = new AmountTotals(units, unitOfCell, cells, expected, interval);
            return totals.of(totals.dispersion());
        }
        var expectedOfUnit = byUnit(expected);
        return totals(
                kind,
                (unit, n, observed, exposure) ->
                        UnitTotals.given(kind, units.get(unit), n, observed, exposure, expectedOfUnit[unit]));
    }

    private interface Totalling {
        UnitTotals of(int unit, long n, double observed, double exposure);
    }

    private List<UnitTotals> totals(Kind kind, Totalling totalling) {
        var rows = byUnit(cells.rows());
        var weight = byUnit(cells.weight());
        var observed = byUnit(cells.observed());
        return IntStream.range(0, units.size())
                .mapToObj(unit -> totalling.of(
                        unit,
                        Math.round(kind == Kind.PROPORTION ? weight[unit] : rows[unit]),
                        observed[unit],
                        weight[unit]))
                .sorted(UnitTotals.BY_UNIT)
                .toList();
    }

    private double[] byUnit(double[] ofCell) {
        return carefulSum(ofCell, unitOfCell, units.size());
    }

    private static int[] numberPatterns(Patterns cells) {
        var numbers = new int[cells.size()];
        for (int cell = 1; cell < numbers.length; cell++) {
            boolean same = true;
            for (var column : cells.columns()) {
                same = same && column.same(cell - 1, cell);
            }
            numbers[cell] = same ? numbers[cell - 1] : numbers[cell - 1] + 1;
        }
        return numbers;
    }

    private static Patterns collapse(Patterns cells, int[] patternOfCell) {
        int size = patternOfCell.length == 0 ? 0 : patternOfCell[patternOfCell.length - 1] + 1;
        if (size == cells.size()) {
            return cells;
        }
        var first = new int[size];
        for (int cell = patternOfCell.length - 1; cell >= 0; cell--) {
            first[patternOfCell[cell]] = cell;
        }
        return new Patterns(
                cells.columns().stream().map(column -> column.select(first)).toList(),
                sum(cells.rows(), patternOfCell, size),
                sum(cells.weight(), patternOfCell, size),
                sum(cells.observed(), patternOfCell, size),
                sum(cells.squares(), patternOfCell, size));
    }

    static double[] sum(double[] values, int[] groupOfCell, int size) {
        var sums = new double[size];
        for (int cell = 0; cell < values.length; cell++) {
            sums[groupOfCell[cell]] += values[cell];
        }
        return sums;
    }

    /** With what each addition loses added in the end (Neumaier 1974), so that expected values of three decimals round well. */
    static double[] carefulSum(double[] values, int[] groupOfCell, int size) {
        var sums = new double[size];
        var lost = new double[size];
        for (int cell = 0; cell < values.length; cell++) {
            int group = groupOfCell[cell];
            double value = values[cell];
            double sum = sums[group] + value;
            lost[group] += Math.abs(sums[group]) >= Math.abs(value)
                    ? (sums[group] - sum) + value
                    : (value - sum) + sums[group];
            sums[group] = sum;
        }
        for (int group = 0; group < size; group++) {
            double whole = sums[group] + lost[group];
            sums[group] = Double.isFinite(whole) ? whole : sums[group];
        }
        return sums;
    }
}
