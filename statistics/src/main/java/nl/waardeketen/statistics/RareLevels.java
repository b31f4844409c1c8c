// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins levels of a factor that hold too little to estimate anything from: fewer than {@value #FEWEST} patients, or for a
 * proportion only patients with or only patients without the event (separation, for which maximum likelihood has no
 * answer). Such a level joins the one before it, the first the one after it, until none is left. What was joined is told.
 */
public final class RareLevels {
    static final int FEWEST = 10;

    private final Kind kind;
    private final Patterns patterns;
    private final List<Joined> joined = new ArrayList<>();

    /** A level that was joined with another. */
    public record Joined(String variable, String level, String into) {}

    /** Patterns with joined levels. */
    public record Result(Patterns patterns, List<Joined> joined) {
        public Result {
            joined = List.copyOf(joined);
        }
    }

    private RareLevels(Kind kind, Patterns patterns) {
        this.kind = kind;
        this.patterns = patterns;
    }

    /** The same patients with rare levels joined; numbers and the patterns' order stay as they are. */
    public static Result join(Kind kind, Patterns patterns) {
        var levels = new RareLevels(kind, patterns);
        var columns = patterns.columns().stream().map(levels::join).toList();
        return new Result(
                new Patterns(columns, patterns.rows(), patterns.weight(), patterns.observed(), patterns.squares()),
                levels.joined);
    }

    private CaseMixColumn join(CaseMixColumn column) {
        if (!(column instanceof CaseMixColumn.Factor factor)) {
            return column;
        }
        int size = factor.levels().size();
        var rows = new double[size];
        var weight = new double[size];
        var observed = new double[size];
        for (int i = 0; i < factor.codes().length; i++) {
            int level = factor.codes()[i];
            rows[level] += patterns.rows()[i];
            weight[level] += patterns.weight()[i];
            observed[level] += patterns.observed()[i];
        }
        var target = new int[size];
        Arrays.setAll(target, level -> level);
        var left = new ArrayList<Integer>();
        for (int level = 0; level < size; level++) {
            left.add(level);
        }
        for (int i = 0; i < left.size() && left.size() > 1; ) {
            int level = left.get(i);
            if (!isRare(rows[level], weight[level], observed[level])) {
                i++;
                continue;
            }
            int into = left.get(i == 0 ? 1 : i - 1);
            rows[into] += rows[level];
            weight[into] += weight[level];
            observed[into] += observed[level];
            joined.add(new Joined(
                    factor.name(), factor.levels().get(level), factor.levels().get(into)));
            Arrays.setAll(target, each -> target[each] == level ? into : target[each]);
            left.remove(i);
            i = Math.max(0, i - 1);
        }
        return renumbered(factor, target, left);
    }

    private boolean isRare(double rows, double weight, double observed) {
        boolean separated = observed == 0 || (kind == Kind.PROPORTION && observed == weight);
        return rows < FEWEST || separated;
    }

    private static CaseMixColumn renumbered(CaseMixColumn.Factor factor, int[] target, List<Integer> left) {
        var codes = Arrays.stream(factor.codes())
                .map(code -> left.indexOf(target[code]))
                .toArray();
        return new CaseMixColumn.Factor(
                factor.name(), left.stream().map(factor.levels()::get).toList(), codes);
    }
}
