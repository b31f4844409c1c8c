// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** What cannot be read in the wanted columns of a sheet, by the addresses of cells. */
final class SheetProblems {
    private static final int MOST_LISTED = 20;

    private final String file;
    private final List<String> columns;
    private final BitSet wanted = new BitSet();
    private final List<Problem> listed = new ArrayList<>();
    private long found;

    SheetProblems(String file, List<String> columns, Collection<String> wanted) {
        this.file = file;
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            this.wanted.set(i, wanted.contains(columns.get(i)));
        }
    }

    void look(SheetParser.Row row) {
        if (!row.errors().isEmpty() && row.errors().intersects(wanted)) {
            row.errors().stream()
                    .filter(wanted::get)
                    .forEach(column -> add(
                            row,
                            column,
                            "cell.error",
                            "cell " + SheetParser.address(column, row.number()) + " holds an error of its formula",
                            "repair the formula, or empty the cell"));
        }
        if (!row.blurred().isEmpty() && row.blurred().intersects(wanted)) {
            row.blurred().stream()
                    .filter(wanted::get)
                    .forEach(column -> add(
                            row,
                            column,
                            "cell.digits",
                            "cell " + SheetParser.address(column, row.number())
                                    + " is a number of more than 15 digits, of which Excel keeps 15",
                            "make the column text before the numbers go in"));
        }
    }

    /** A merged cell is a problem where it covers more than one cell of the rows that are read. */
    void look(CellRangeAddress cells, long firstRow, Places.Rows rows) {
        boolean below = cells.getLastRow() + 1 >= firstRow;
        int column = wanted.nextSetBit(cells.getFirstColumn());
        if (below && !rows.runs().isEmpty() && column >= 0 && column <= cells.getLastColumn()) {
            add(new Problem(
                    file,
                    cells.getFirstRow() + 1L,
                    columns.get(column),
                    "",
                    "cell.merged",
                    "the cells " + cells.formatAsString() + " are merged, so that all but the first are empty",
                    "undo the merge and fill every cell"));
        }
    }

    private void add(SheetParser.Row row, int column, String rule, String text, String remedy) {
        add(new Problem(file, row.number(), columns.get(column), row.cells().get(column), rule, text, remedy));
    }

    private void add(Problem problem) {
        found++;
        if (listed.size() < MOST_LISTED) {
            listed.add(problem);
        }
    }

    /** Refuses the sheet if anything was found. */
    void refuse() {
        if (found > listed.size()) {
            listed.add(new Problem(
                    file,
                    Long.MAX_VALUE,
                    "",
                    "",
                    "cell.more",
                    "and " + (found - listed.size()) + " more cells that cannot be read",
                    "repair these first"));
        }
        if (found > 0) {
            throw new InvalidInput(listed);
        }
    }
}
