// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sheet with a table in a workbook, and writes that as text. The sheet is the one that is named, or else the only
 * one with the wanted columns.
 */
final class Sheets {
    private final String name;
    private final Collection<String> wanted;
    private final Workbook workbook;

    private Sheets(String name, Collection<String> wanted, Workbook workbook) {
        this.name = name;
        this.wanted = wanted;
        this.workbook = workbook;
    }

    static DelimitedFile read(Path path, String name, Collection<String> wanted, @Nullable String part, Scratch scratch)
            throws IOException {
        try (var workbook = Workbook.open(path, name, scratch)) {
            var sheets = new Sheets(name, wanted, workbook);
            var head = part == null ? sheets.fitting() : sheets.named(part);
            return sheets.written(head, scratch);
        }
    }

    /**
     * The start of a sheet.
     *
     * @param row of the header, from 1; 0 in an empty sheet
     */
    private record Head(WorkbookOutline.Sheet sheet, long row, List<String> columns) {
        boolean isEmpty() {
            return row == 0;
        }
    }

    private Head named(String part) throws IOException {
        for (var sheet : workbook.sheets()) {
            if (sheet.name().strip().equalsIgnoreCase(part.strip())) {
                return head(sheet);
            }
        }
        throw refused(
                "sheet.missing",
                "there is no sheet " + part + "; the workbook has " + list(all()),
                "name one of these");
    }

    private Head fitting() throws IOException {
        var filled = new ArrayList<Head>();
        for (var sheet : workbook.sheets()) {
            var head = sheet.hidden() ? null : head(sheet);
            if (head != null && !head.isEmpty()) {
                filled.add(head);
            }
        }
        if (filled.isEmpty()) {
            throw refused(
                    "file.empty", "no sheet holds anything: " + list(all()), "deliver a sheet with a header and rows");
        }
        var fitting =
                filled.stream().filter(head -> head.columns.containsAll(wanted)).toList();
        if (filled.size() == 1 || fitting.size() == 1) {
            return fitting.isEmpty() ? filled.get(0) : fitting.get(0);
        }
        throw refused(
                "sheet.which",
                (fitting.isEmpty() ? "no sheet has all columns" : "several sheets have the columns")
                        + ": the workbook has " + list(all()),
                "name the sheet, or deliver a workbook with that sheet alone");
    }

    private List<String> all() {
        return workbook.sheets().stream()
                .map(sheet -> sheet.name() + (sheet.hidden() ? " (hidden)" : ""))
                .toList();
    }

    private static String list(List<String> names) {
        int shown = Math.min(names.size(), 12);
        return String.join(", ", names.subList(0, shown))
                + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
    }

    private Head head(WorkbookOutline.Sheet sheet) throws IOException {
        var first = new FirstRows();
        workbook.read(sheet, first);
        if (first.rows.isEmpty()) {
            return new Head(sheet, 0, List.of());
        }
        int row = HeaderRow.among(first.alike(), wanted);
        var names = first.rows.get(row);
        int width = names.size();
        while (names.get(width - 1).isEmpty()) {
            width--;
        }
        return new Head(sheet, first.numbers.get(row), names.subList(0, width));
    }

    /** The first rows that are not blank. */
    private static final class FirstRows implements SheetParser.Receiver {
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();

        /** The rows at one width. */
        List<List<String>> alike() {
            int width = rows.stream().mapToInt(List::size).max().orElse(0);
            return rows.stream()
                    .map(row -> Stream.concat(row.stream(), Collections.nCopies(width - row.size(), "").stream())
                            .toList())
                    .toList();
        }

        @Override
        public void row(SheetParser.Row row) throws SheetParser.Enough {
            if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row.cells().stream().map(String::strip).toList());
                numbers.add(row.number());
            }
            if (rows.size() > HeaderRow.MOST_ABOVE) {
                throw new SheetParser.Enough();
            }
        }

        @Override
        public void merged(CellRangeAddress cells) {
            // Only matters where it touches what is read.
        }
    }

    private DelimitedFile written(Head head, Scratch scratch) throws IOException {
        var called = workbook.sheets().size() == 1 ? name : name + " (sheet " + head.sheet.name() + ")";
        if (head.isEmpty()) {
            throw DelimitedFile.refused(
                    called, "file.empty", "the sheet is empty", "deliver a sheet with a header and rows");
        }
        var problems = new SheetProblems(called, head.columns, wanted);
        var copy = scratch.fresh(".csv");
        try (var writer = new SheetWriter(copy, head.row, head.columns.size(), problems)) {
            writer.header(head.columns);
            workbook.read(head.sheet, writer);
            problems.refuse();
            return DelimitedFile.written(copy, called, head.columns, writer.rows(), List.of());
        }
    }

    private InvalidInput refused(String rule, String text, String remedy) {
        return DelimitedFile.refused(name, rule, text, remedy);
    }
}
