// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks an extract against what a comparison needs: units, outcomes and weights in every row that counts, and case-mix
 * columns that are either numbers or texts. All problems are found before any is reported.
 */
final class ExtractChecks {
    private static final SqlFile FIRST_NUMBERS = SqlFile.named("extract/first_numbers");
    private static final SqlFile NOTATION = SqlFile.named("extract/notation");
    private static final SqlFile OUTCOMES = SqlFile.named("extract/outcomes");
    private static final SqlFile OUTCOME_PROBLEMS = SqlFile.named("extract/outcome_problems");

    private final Extract extract;
    private final Engine engine;
    private final CohortColumns wanted;
    private final Roles roles;
    private final List<Placed> problems = new ArrayList<>();
    private final Set<String> points = new HashSet<>();
    private final Set<String> commas = new HashSet<>();
    private long rowsWithoutOutcome;
    private long rowsWithoutWeight;

    /** A problem whose line is still the number of a record; −1 when it concerns the whole file. */
    private record Placed(long record, Problem problem) {}

    private record Broken(String rule, String role, long times, long record, String value) {}

    private record Notation(
            String role,
            long missing,
            long numbers,
            long withComma,
            long withPoint,
            long thousands,
            long others,
            long firstOther,
            String firstValue) {}

    private ExtractChecks(Extract extract, CohortColumns wanted, Roles roles) {
        this.extract = extract;
        this.engine = extract.engine();
        this.wanted = wanted;
        this.roles = roles;
    }

    /** Checks what can be checked before counting. */
    static ExtractChecks of(Extract extract, CohortColumns wanted, Roles roles) {
        var checks = new ExtractChecks(extract, wanted, roles);
        checks.tellNumbersFromTexts();
        checks.checkRows();
        return checks;
    }

    /** Case-mix roles, in the order they were asked for. */
    List<String> caseMix() {
        return roles.caseMix();
    }

    /** Case-mix roles that hold texts. */
    List<String> texts() {
        return caseMix().stream()
                .filter(role -> !points.contains(role) && !commas.contains(role))
                .toList();
    }

    /** Case-mix roles of numbers that start with a decimal point, and so must go on. */
    Set<String> points() {
        return points;
    }

    /** Case-mix roles of other numbers. */
    Set<String> commas() {
        return commas;
    }

    long rowsWithoutOutcome() {
        return rowsWithoutOutcome;
    }

    /** Rows with an outcome but without a single trial or any exposure. */
    long rowsWithoutWeight() {
        return rowsWithoutWeight;
    }

    /** A column that starts with a thousand plain numbers is one of numbers; others are looked at as a whole. */
    private void tellNumbersFromTexts() {
        var candidates = caseMix().stream()
                .filter(role -> use(role) != CohortColumns.Use.FACTOR)
                .toList();
        var first = engine.numbers(FIRST_NUMBERS, Map.of("columns", Roles.pattern("no_point", candidates)));
        var doubtful = new ArrayList<String>();
        for (var role : candidates) {
            if (first.column(role)[0] == first.column("rows")[0]) {
                points.add(role);
            } else {
                doubtful.add(role);
            }
        }
        for (var notation : notations(doubtful)) {
            if (notation.numbers() > 0) {
                commas.add(notation.role());
                checkNumbers(notation);
            } else {
                checkTexts(notation);
            }
        }
    }

    private void checkRows() {
        var outcomes = engine.numbers(OUTCOMES, outcomeRules());
        long rows = Math.round(outcomes.column("rows")[0]);
        rowsWithoutOutcome = Math.round(outcomes.column("without_outcome")[0]);
        rowsWithoutWeight = Math.round(outcomes.column("without_weight")[0]);
        if (rows == 0) {
            problems.add(whole("file.no-rows", "", "the file has a header but no rows", "add the rows"));
        } else if (rowsWithoutOutcome == rows) {
            problems.add(whole(
                    "outcome.all-missing",
                    wanted.outcome(),
                    "the outcome is missing in all " + rows + " rows",
                    "name the column that holds the outcome"));
        }
        var withComma = Stream.of("outcome", "weight", "expected")
                .filter(role -> outcomes.column(role)[0] > 0)
                .toList();
        notations(withComma).forEach(this::checkNumbers);
        if (outcomes.column("suspect")[0] > 0 || outcomes.column("nameless_units")[0] > 0) {
            findOutcomeProblems();
        }
    }

    private Map<String, Object> outcomeRules() {
        return Map.of(
                "kind", wanted.kind().name().toLowerCase(Locale.ROOT),
                "weight", wanted.weightRule(),
                "given", wanted.expected() != null);
    }

    /**
     * Checks columns that seemed to be plain numbers and hold something else further on. Gives whether one of them has
     * decimal commas, so that it must be counted again.
     */
    boolean checkCounts(NumberTable counts) {
        var suspect = points.stream()
                .filter(role -> Arrays.stream(counts.column(role)).anyMatch(number -> !Double.isFinite(number)))
                .toList();
        var notations = notations(suspect);
        notations.forEach(this::checkNumbers);
        var withComma = notations.stream()
                .filter(notation -> notation.withComma() > 0)
                .map(Notation::role)
                .toList();
        commas.addAll(withComma);
        return points.removeAll(withComma);
    }

    private List<Notation> notations(Collection<String> ofRoles) {
        return ofRoles.isEmpty()
                ? List.of()
                : engine.query(NOTATION, Map.of("columns", Roles.pattern(ofRoles)), Notation.class);
    }

    private void checkNumbers(Notation notation) {
        var column = roles.column(notation.role());
        if (Roles.isCaseMix(notation.role()) && notation.others() > 0) {
            problems.add(placed(
                    notation,
                    "a text among numbers (" + notation.others() + " of " + (notation.others() + notation.numbers())
                            + " values)",
                    "repair or empty it, or write " + column + ":factor to use all as categories"));
        }
        boolean mixed = notation.withComma() > 0 && notation.withPoint() > 0;
        boolean thousands = extract.file().header().separator() == ','
                && notation.thousands() > 0
                && notation.thousands() == notation.withComma();
        if (mixed || thousands) {
            problems.add(whole(
                    "number.notation",
                    column,
                    mixed
                            ? "some numbers have a decimal comma and others a decimal point"
                            : "numbers such as 1,234 may be thousands or have a decimal comma",
                    "write all numbers with a decimal point and without thousands separators"));
        }
    }

    private void checkTexts(Notation notation) {
        var use = use(notation.role());
        if (notation.others() == 0) {
            problems.add(whole(
                    "case-mix.empty",
                    roles.column(notation.role()),
                    "the column has no value in any row",
                    "leave it out of --case-mix"));
        } else if (use != CohortColumns.Use.BY_CONTENT) {
            var form = use.name().toLowerCase(Locale.ROOT);
            problems.add(placed(notation, "a " + form + " needs numbers, this is a text", "name it without :" + form));
        }
    }

    private CohortColumns.Use use(String role) {
        return wanted.caseMix().get(caseMix().indexOf(role)).use();
    }

    private void findOutcomeProblems() {
        var answer = engine.query(OUTCOME_PROBLEMS, outcomeRules(), Broken.class);
        for (var broken : answer) {
            var words = RowRule.of(broken.rule());
            problems.add(new Placed(
                    broken.record(),
                    problem(
                            roles.column(broken.role()),
                            broken.value(),
                            broken.rule(),
                            words.text() + (broken.times() > 1 ? " (" + broken.times() + " rows)" : ""),
                            words.remedy())));
        }
    }

    private Placed placed(Notation notation, String text, String remedy) {
        return new Placed(
                notation.firstOther(),
                problem(roles.column(notation.role()), notation.firstValue(), "case-mix.not-a-number", text, remedy));
    }

    private Placed whole(String rule, String column, String text, String remedy) {
        return new Placed(-1, problem(column, "", rule, text, remedy));
    }

    private Problem problem(String column, String value, String rule, String text, String remedy) {
        return new Problem(extract.file().name(), 0, column, value, rule, text, remedy);
    }

    /** Refuses the file if anything was found. */
    void refuse() throws IOException {
        if (problems.isEmpty()) {
            return;
        }
        var records = problems.stream()
                .map(Placed::record)
                .filter(record -> record >= 0)
                .distinct()
                .sorted()
                .toList();
        var lines = extract.file().linesOfRecords(records);
        throw new InvalidInput(problems.stream()
                .map(placed -> placed.record() < 0
                        ? placed.problem()
                        : placed.problem().at(lines.get(records.indexOf(placed.record()))))
                .toList());
    }
}
