// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.stream.IntStream;

/**
 * The cells of a cohort unit after unit, in flat arrays: those of unit h are {@code start[h]} to {@code start[h + 1]}.
 *
 * @param pattern index of the case-mix pattern of each cell
 * @param trials patients of each cell
 * @param events those with the event
 */
record UnitCells(int[] start, int[] pattern, double[] trials, double[] events) {

    /** @param patternOfCell for each cell of the cohort */
    static UnitCells of(Cohort cohort, int[] patternOfCell) {
        var unitOfCell = cohort.unitOfCell();
        var start = new int[cohort.units().size() + 1];
        for (int unit : unitOfCell) {
            start[unit + 1]++;
        }
        IntStream.range(1, start.length).forEach(unit -> start[unit] += start[unit - 1]);
        var next = start.clone();
        int size = unitOfCell.length;
        var cells = new UnitCells(start, new int[size], new double[size], new double[size]);
        for (int cell = 0; cell < size; cell++) {
            int place = next[unitOfCell[cell]]++;
            cells.pattern[place] = patternOfCell[cell];
            cells.trials[place] = cohort.cells().weight()[cell];
            cells.events[place] = cohort.cells().observed()[cell];
        }
        return cells;
    }

    int units() {
        return start.length - 1;
    }

    int size() {
        return pattern.length;
    }
}
