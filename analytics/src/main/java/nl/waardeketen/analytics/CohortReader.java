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
import nl.waardeketen.statistics.Patterns;
import nl.waardeketen.statistics.UnitTotals;

/**
 * Reads a delimited file as a cohort: the engine checks and counts, so that what reaches the statistics grows with the
 * number of case-mix patterns, not with the number of patients. Every problem is reported, with its line.
 */
public final class CohortReader {
    private static final SqlFile CELLS = SqlFile.named("extract/cells");
    private static final SqlFile LEVEL_TEXTS = SqlFile.named("extract/level_texts");
    private static final SqlFile UNIT_TEXTS = SqlFile.named("extract/unit_texts");
    private static final SqlFile CAP = SqlFile.named("extract/outcome_cap");
    /** The empty column of texts comes first. */
    private static final int LEADING_TEXTS = 1;

    private static final double NO_CAP = Double.MAX_VALUE;

    private final CohortColumns wanted;
    private final Extract extract;
    private final ExtractChecks checks;
    private final List<String> texts;

    private CohortReader(CohortColumns wanted, Roles roles, Extract extract) throws IOException {
        this.wanted = wanted;
        this.extract = extract;
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
        var found = DelimitedFile.inspect(file, name, roles.columns());
        try (var extract = Extract.of(found, roles, scratch)) {
            return new CohortReader(wanted, roles, extract).count();
        }
    }

    private CohortReading count() {
        var engine = extract.engine();
        TextDictionary.keep("level_texts", engine, Roles.texts(texts));
        var levelsOf = TextDictionary.read(engine, LEVEL_TEXTS, Map.of("mark", Extract.MARK));
        var unitOf = TextDictionary.read(engine, UNIT_TEXTS, Map.of()).column(0);
        double cap = wanted.cap() == null
                ? NO_CAP
                : engine.numbers(CAP, Map.of("share", wanted.cap())).column("cap")[0];
        var numbers = checks.caseMix().stream().filter(checks::isNumber).toList();
        var counts = engine.numbers(
                CELLS, Map.of("numbers", Roles.numbers(numbers), "cap", cap, "weighted", wanted.weight() != null));
        var units = unitOf.texts().stream().map(Objects::requireNonNull).toList();
        var cells = new Patterns(
                caseMix(counts, levelsOf),
                counts.column("rows"),
                counts.column("weight"),
                counts.column("observed"),
                counts.column("squares"));
        var cohort = new Cohort(units, unitOf.of(counts.column("unit_code")), cells);
        List<UnitTotals> given =
                wanted.expected() == null ? List.of() : cohort.givenTotals(wanted.kind(), counts.column("expected"));
        return new CohortReading(
                cohort,
                given,
                checks.rowsWithoutOutcome(),
                checks.rowsWithoutWeight(),
                Math.round(Arrays.stream(counts.column("capped")).sum()),
                cap == NO_CAP ? Double.NaN : cap,
                extract.notes());
    }

    private List<CaseMixColumn> caseMix(NumberTable counts, TextDictionary levelsOf) {
        var columns = new ArrayList<CaseMixColumn>();
        for (int i = 0; i < wanted.caseMix().size(); i++) {
            var role = checks.caseMix().get(i);
            var asked = wanted.caseMix().get(i);
            if (checks.isNumber(role)) {
                columns.add(new CaseMixColumn.Numeric(asked.column(), form(asked.use()), counts.column(role)));
            } else {
                var column = levelsOf.column(LEADING_TEXTS + texts.indexOf(role));
                columns.add(CaseMixColumn.Factor.of(
                        asked.column(), column.texts(), column.of(counts.column("level_code"))));
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
