// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a release: one row per episode, one value per indicator, made in one pass over the lake. The engine counts
 * over case-mix patterns and sums over units and quarters; what it counts grows with patterns and units, not with
 * patients. All sums are exact, so that the same deliveries give the same digits.
 */
public final class Facts implements AutoCloseable {
    private static final SqlFile UNITS = SqlFile.named("release/units");
    private static final SqlFile UNIT_NAMES = SqlFile.named("release/unit_names");
    private static final SqlFile EPISODES = SqlFile.named("release/episodes");

    private final Engine engine;
    private final FactQueries queries;
    private final List<FactIndicator> indicators;
    private final List<String> units;
    private final @Nullable NumberTable[] counts;

    private record Text(String text) {}

    private Facts(Engine engine, List<FactIndicator> indicators, Period reference) {
        this.engine = engine;
        this.indicators = List.copyOf(indicators);
        queries = new FactQueries(indicators);
        counts = new NumberTable[queries.sets().size()];
        engine.keep("unit", UNITS, Map.of());
        units = engine.query(UNIT_NAMES, Map.of(), Text.class).stream()
                .map(Text::text)
                .toList();
        engine.keep("fact", queries.facts(reference), Map.of());
        for (int set = 0; set < queries.sets().size(); set++) {
            engine.keep("pattern" + set, queries.patterns(set), Map.of());
        }
        engine.keep("coded", queries.coded(), Map.of());
    }

    /**
     * Makes the facts.
     *
     * @param episodes lake files with a row per episode
     * @param reference episodes outside it do not count
     */
    public static Facts of(List<Path> episodes, List<FactIndicator> indicators, Period reference, Scratch scratch) {
        return of(DuckDbEngine.open(episodes, scratch.folder()), episodes, indicators, reference);
    }

    /** The same with an engine that is open and will be closed with the facts. */
    public static Facts of(Engine engine, List<Path> episodes, List<FactIndicator> indicators, Period reference) {
        try {
            engine.defineLake("episode", episodes);
            return new Facts(engine, indicators, reference);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** Episodes in the lake files, whatever their period. */
    public long episodes() {
        return Math.round(engine.numbers(EPISODES, Map.of()).column("episodes")[0]);
    }

    /** Organisations with episodes, by code. */
    public List<String> units() {
        return units;
    }

    /** Episodes of an indicator counted over its case-mix patterns, those without any left out. */
    public IndicatorPatterns patterns(int indicator) {
        int set = queries.sets().indexOf(indicators.get(indicator).caseMix());
        var table = counts(set);
        var n = table.column("n" + indicator);
        var codes = IntStream.range(0, n.length).filter(code -> n[code] > 0).toArray();
        var counted = select(n, codes);
        var columns = caseMix(set).stream().map(column -> only(column, codes)).toList();
        var patterns = new Patterns(
                columns,
                counted,
                counted,
                select(table.column("o" + indicator), codes),
                select(table.column("s" + indicator), codes));
        return new IndicatorPatterns(patterns, codes, n.length);
    }

    private static double[] select(double[] values, int[] codes) {
        return Arrays.stream(codes).mapToDouble(code -> values[code]).toArray();
    }

    /** The variable in some patterns; levels of a factor that do not occur there are gone. */
    private static CaseMixColumn only(CaseMixColumn column, int[] codes) {
        if (column.select(codes) instanceof CaseMixColumn.Factor factor) {
            var levels = factor.levels();
            var occurring = Arrays.stream(factor.codes()).distinct().sorted().toArray();
            var dictionary = new ArrayList<@Nullable String>();
            var number = new int[levels.size()];
            for (int level : occurring) {
                number[level] = dictionary.size();
                var text = levels.get(level);
                dictionary.add(text.equals(CaseMixColumn.UNKNOWN) ? null : text);
            }
            var renumbered =
                    Arrays.stream(factor.codes()).map(code -> number[code]).toArray();
            return CaseMixColumn.Factor.of(factor.name(), dictionary, renumbered);
        }
        return column.select(codes);
    }

    private NumberTable counts(int set) {
        var known = counts[set];
        if (known == null) {
            known = engine.numbers(queries.counts(set), Map.of());
            counts[set] = known;
        }
        return known;
    }

    private List<CaseMixColumn> caseMix(int set) {
        return queries.sets().get(set).stream().map(term -> caseMix(term, set)).toList();
    }

    private CaseMixColumn caseMix(CaseMixTerm term, int set) {
        var name = term.variable().code();
        var column = queries.column(term.variable());
        if (term.form() == CaseMixTerm.Form.FACTOR) {
            return factor(set, term.variable());
        }
        var numbers = engine.numbers(queries.numbers(set, List.of(column)), Map.of());
        return new CaseMixColumn.Numeric(name, form(term.form()), numbers.columns()[0]);
    }

    private CaseMixColumn factor(int set, Variable variable) {
        var texts = engine.query(queries.texts(set, variable), Map.of(), Text.class);
        var dictionary = new ArrayList<@Nullable String>();
        var numbers = new HashMap<String, Integer>();
        var codes = texts.stream()
                .mapToInt(text -> numbers.computeIfAbsent(text.text(), added -> {
                    dictionary.add(added.isEmpty() ? null : added);
                    return numbers.size();
                }))
                .toArray();
        return CaseMixColumn.Factor.of(variable.code(), dictionary, codes);
    }

    private static CaseMixColumn.Form form(CaseMixTerm.Form form) {
        return switch (form) {
            case QUADRATIC -> CaseMixColumn.Form.QUADRATIC;
            case SPLINE -> CaseMixColumn.Form.SPLINE;
            case LINEAR, FACTOR -> CaseMixColumn.Form.LINEAR;
        };
    }

    /** Sums of an indicator per unit and quarter, given the fitted value of each of its patterns. */
    public List<QuarterSums> sums(int indicator, IndicatorPatterns patterns, double[] rates) {
        engine.keep("rate", patterns.rates(rates));
        var table = engine.numbers(queries.totals(indicator), Map.of());
        var sums = new ArrayList<QuarterSums>();
        for (int row = 0; row < table.column("unit").length; row++) {
            sums.add(QuarterSums.of(units, table, row));
        }
        return List.copyOf(sums);
    }

    @Override
    public void close() {
        engine.close();
    }
}
