// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Units of which every duration or cost is zero. Where others hardly have zeros that is no outcome but a fault of the
 * delivery: nothing was recorded, and zero was written. Such a unit has no place on the log scale, and lowers what is expected
 * of all others.
 *
 * <p>It is held for a fault when at least {@value #FEWEST} values are all zero, fewer than half of the values are zero
 * elsewhere, and that many zeros would come less than once in a million times, z zeros among N values elsewhere counting as
 * a chance of (z + 1)/(N + 2) (Laplace's rule of succession). Elsewhere are units with any amount.
 *
 * <p>Limits of use: a unit that truly has no such care has zeros too; who delivers must say so by leaving its patients out of
 * the population.
 */
public final class OnlyZeros {
    static final int FEWEST = 10;
    private static final double IMPOSSIBLE = Math.log(1e-6);

    private OnlyZeros() {}

    /** Whether this many zeros, and nothing else, are a fault beside the zeros among all values elsewhere. */
    public static boolean isFault(long zeros, long zerosElsewhere, long valuesElsewhere) {
        double chance = (zerosElsewhere + 1.0) / (valuesElsewhere + 2.0);
        return zeros >= FEWEST
                && 2 * zerosElsewhere < valuesElsewhere
                && (double) zeros * Math.log(chance) < IMPOSSIBLE;
    }

    /** Units of a cohort of amounts of which this holds, by code. */
    public static List<String> unitsOf(Cohort cohort) {
        var cells = cohort.cells();
        int units = cohort.units().size();
        var values = Cohort.sum(cells.rows(), cohort.unitOfCell(), units);
        var zeros = new double[units];
        for (int cell = 0; cell < cells.size(); cell++) {
            zeros[cohort.unitOfCell()[cell]] += cells.observed()[cell] == 0 ? cells.rows()[cell] : 0;
        }
        var others = IntStream.range(0, units)
                .filter(unit -> zeros[unit] < values[unit])
                .toArray();
        long valuesElsewhere = sum(values, others);
        long zerosElsewhere = sum(zeros, others);
        return IntStream.range(0, units)
                .filter(unit -> zeros[unit] == values[unit]
                        && isFault(Math.round(values[unit]), zerosElsewhere, valuesElsewhere))
                .mapToObj(cohort.units()::get)
                .sorted(CodePoints.ORDER)
                .toList();
    }

    private static long sum(double[] counts, int[] units) {
        return Math.round(IntStream.of(units).mapToDouble(unit -> counts[unit]).sum());
    }
}
