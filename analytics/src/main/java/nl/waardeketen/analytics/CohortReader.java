// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.Cohort;
import nl.waardeketen.statistics.Kind;
import nl.waardeketen.statistics.Patterns;

/**
 * Reads a delimited file as a cohort: the engine checks and counts, so that what reaches the statistics grows with the
 * number of case-mix patterns, not with the number of patients. Every problem is reported, with its line.
 */
public final class CohortReader {
    private static final SqlFile CELLS = SqlFile.named("extract/cells");
    private static final SqlFile AMOUNTS = SqlFile.named("extract/amounts");
    private static final SqlFile LEVEL_TEXTS = SqlFile.named("extract/level_texts");
    private static final SqlFile UNIT_TEXTS = SqlFile.named("extract/unit_texts");
    private static final SqlFile CAP = SqlFile.named("extract/outcome_cap");
    private static final String LEVELS = "level_texts";
    private static final String UNITS = "unit_texts";

    private static final double NO_CAP = Double.MAX_VALUE;

    private final CohortColumns wanted;
    private final Extract extract;
    private final ExtractChecks checks;
    private final List<String> texts;

    private CohortReader(CohortColumns wanted, Roles roles, Extract extract) {
        this.wanted = wanted;
        this.extract = extract;
        TextDictionary.keep(UNITS, extract.engine(), "^unit$");
        checks = ExtractChecks.of(extract, wanted, roles);
        texts = roles.inFileOrder(checks.texts(), extract.file().header());
    }

    /**
     * Reads the file.
     *
     * @param name how to call the file in problems
     * @throws InvalidInput with all problems of the file
     * @throws IOException when the file cannot be opened
     */
    public static CohortReading read(Path file, String name, CohortColumns wanted, Scratch scratch) throws IOException {
        var roles = Roles.of(wanted);
        var found = TableFile.inspect(file, name, roles.columns(), scratch);
        try (var extract = Extract.of(found, roles, Extract.Reading.COMPARISON, scratch)) {
            return new CohortReader(wanted, roles, extract).count();
        }
    }

    private CohortReading count() throws IOException {
        var engine = extract.engine();
        double cap = cap();
        TextDictionary.keep(LEVELS, engine, Roles.pattern("no_text", texts));
        var counts = counts(cap);
        boolean again = checks.checkCounts(counts);
        checks.refuse();
        return reading(again ? counts(cap) : counts, cap);
    }

    private double cap() {
        if (wanted.cap() == null) {
            return NO_CAP;
        }
        boolean weighted = wanted.kind().isAmount() && wanted.weight() != null;
        return extract.engine()
                .numbers(CAP, Map.of("share", wanted.cap(), "weighted", weighted))
                .column("cap")[0];
    }

    private NumberTable counts(double cap) {
        return extract.engine()
                .numbers(
                        wanted.kind().isAmount() ? AMOUNTS : CELLS,
                        Map.of(
                                "texts", Roles.pattern("no_text", texts),
                                "points", Roles.pattern("no_point", checks.points()),
                                "commas", Roles.pattern("no_comma", checks.commas()),
                                "cap", cap,
                                "weighted", wanted.weight() != null,
                                "wanted", Roles.pattern(countsWanted())));
    }

    /** Sums that say nothing new are not asked for: without weights every weight is 1, and y² = y where y is 0 or 1. */
    private List<String> countsWanted() {
        var outcome = wanted.kind().isAmount() ? "amount" : "observed";
        var wantedCounts = new ArrayList<>(List.of("level_code", "unit_code", "rows", outcome));
        wantedCounts.addAll(checks.points());
        wantedCounts.addAll(checks.commas());
        if (wanted.weight() != null) {
            wantedCounts.add("weight");
        }
        if (wanted.kind() == Kind.COUNT
                || (wanted.weight() != null && !wanted.kind().isAmount())) {
            wantedCounts.add("squares");
        }
        if (wanted.expected() != null) {
            wantedCounts.add("expected");
        }
        if (wanted.cap() != null) {
            wantedCounts.add("capped");
        }
        if (wanted.cap() != null && wanted.kind().isAmount()) {
            wantedCounts.add("cut");
        }
        return wantedCounts;
    }

    private CohortReading reading(NumberTable counts, double cap) {
        var engine = extract.engine();
        var unitTexts = TextDictionary.read(engine, UNIT_TEXTS, Map.of());
        var units = unitTexts.column(0, counts.column("unit_code"));
        var caseMix = caseMix(counts, TextDictionary.read(engine, LEVEL_TEXTS, Map.of("mark", Extract.MARK)));
        var cells = wanted.kind().isAmount() ? amounts(caseMix, counts) : sums(caseMix, counts);
        var names = units.texts().stream().map(Objects::requireNonNull).toList();
        var cohort = new Cohort(names, units.codes(), cells);
        return new CohortReading(
                cohort,
                wanted.expected() == null ? null : expected(counts),
                checks.rowsWithoutOutcome(),
                checks.rowsWithoutWeight(),
                Math.round(total(counts, "capped")),
                total(counts, "cut"),
                cap == NO_CAP ? Double.NaN : cap,
                notes(unitTexts.distinct(0) - units.texts().size()));
    }

    private Patterns sums(List<CaseMixColumn> caseMix, NumberTable counts) {
        var rows = counts.column("rows");
        var observed = counts.column("observed");
        return new Patterns(
                caseMix,
                rows,
                wanted.weight() == null ? rows : counts.column("weight"),
                observed,
                counts.names().contains("squares") ? counts.column("squares") : observed);
    }

    private Patterns amounts(List<CaseMixColumn> caseMix, NumberTable counts) {
        var rows = counts.column("rows");
        var ones = new double[rows.length];
        Arrays.fill(ones, 1);
        return Patterns.ofAmounts(
                caseMix, rows, wanted.weight() == null ? ones : counts.column("weight"), counts.column("amount"));
    }

    /** The sum of a column, zero when it was not asked for. */
    private static double total(NumberTable counts, String column) {
        return counts.names().contains(column)
                ? Arrays.stream(counts.column(column)).sum()
                : 0;
    }

    /** Per cell: of an amount the rows of a cell all expect the same. */
    private double[] expected(NumberTable counts) {
        var expected = counts.column("expected").clone();
        if (wanted.kind().isAmount()) {
            var rows = counts.column("rows");
            Arrays.setAll(expected, cell -> rows[cell] * expected[cell]);
        }
        return expected;
    }

    private List<String> notes(long unitsLeftOut) {
        var notes = new ArrayList<>(extract.notes());
        if (unitsLeftOut > 0) {
            notes.add("Not listed, as none of their rows counts: " + unitsLeftOut
                    + (unitsLeftOut == 1 ? " unit." : " units."));
        }
        return notes;
    }

    private List<CaseMixColumn> caseMix(NumberTable counts, TextDictionary levels) {
        var columns = new ArrayList<CaseMixColumn>();
        for (int i = 0; i < wanted.caseMix().size(); i++) {
            var role = checks.caseMix().get(i);
            var asked = wanted.caseMix().get(i);
            if (texts.contains(role)) {
                var coded = levels.column(texts.indexOf(role), counts.column("level_code"));
                columns.add(CaseMixColumn.Factor.of(asked.column(), coded.texts(), coded.codes()));
            } else {
                columns.add(new CaseMixColumn.Numeric(asked.column(), form(asked.use()), counts.column(role)));
            }
        }
        return columns;
    }

    private static CaseMixColumn.Form form(CohortColumns.Use use) {
        return switch (use) {
            case QUADRATIC -> CaseMixColumn.Form.QUADRATIC;
            case SPLINE -> CaseMixColumn.Form.SPLINE;
            case BY_CONTENT, FACTOR -> CaseMixColumn.Form.LINEAR;
        };
    }
}
