// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Differences between units beyond chance.
 *
 * <p>φ = mean of z² after winsorising or truncating; τ² = max(0, (Nφ − (N − 1)) / (Σw − Σw²/Σw)) with w = 1/s²
 * (DerSimonian &amp; Laird 1986; Spiegelhalter 2005, QSHC 14:347; 2012, JRSS A 175:1). Truncation follows the English
 * SHMI: of N units, those with rank/(N + 1) below the share or at least one minus the share are left out.
 *
 * <p>Limits of use: unstable under ten units. Winsorising makes φ slightly too small when no unit is an outlier.
 *
 * @param phi mean squared z
 * @param tau2 variance between units on the transformed scale
 * @param units number of units they were computed from
 */
public record Overdispersion(double phi, double tau2, int units) {

    /** Fewest units at which overdispersion is estimated unless it is asked for. */
    public static final int FEWEST_UNITS = 10;

    private record Placed(double z, double standardError) {}

    static Overdispersion of(List<UnitTotals> totals, Transform transform, Extremes extremes) {
        var placed = totals.stream()
                .map(unit -> new Placed(transform.z(unit), transform.standardError(unit)))
                .filter(unit -> Double.isFinite(unit.z) && unit.standardError > 0)
                .toList();
        if (placed.isEmpty()) {
            return new Overdispersion(Double.NaN, 0, 0);
        }
        return extremes.method() == Extremes.Method.WINSORISE
                ? of(winsorised(placed, extremes.share()))
                : of(truncated(placed, extremes.share()));
    }

    /** Of all these units, around what they have together, on the natural scale. */
    static Overdispersion ofAll(List<Evidence> units) {
        double weight = units.stream().mapToDouble(Evidence::information).sum();
        double mean = units.stream()
                        .mapToDouble(unit -> unit.information() * unit.normalDeviation())
                        .sum()
                / weight;
        return of(units.stream()
                .map(unit -> {
                    double error = 1 / Math.sqrt(unit.information());
                    return new Placed((unit.normalDeviation() - mean) / error, error);
                })
                .toList());
    }

    private static Overdispersion of(List<Placed> units) {
        int count = units.size();
        double phi = units.stream().mapToDouble(unit -> unit.z * unit.z).sum() / count;
        double weights = units.stream().mapToDouble(Overdispersion::weight).sum();
        double squaredWeights =
                units.stream().mapToDouble(unit -> weight(unit) * weight(unit)).sum();
        double tau2 = (count * phi - (count - 1)) / (weights - squaredWeights / weights);
        return new Overdispersion(phi, count > 1 && tau2 > 0 ? tau2 : 0, count);
    }

    private static double weight(Placed unit) {
        return 1 / (unit.standardError * unit.standardError);
    }

    private static List<Placed> winsorised(List<Placed> units, double share) {
        double low = Quantiles.type7(zs(units), share);
        double high = Quantiles.type7(zs(units), 1 - share);
        return units.stream()
                .map(unit -> new Placed(Math.min(Math.max(unit.z, low), high), unit.standardError))
                .toList();
    }

    private static List<Placed> truncated(List<Placed> units, double share) {
        var zs = zs(units);
        return units.stream()
                .filter(unit -> {
                    double place = rank(zs, unit.z) / (zs.length + 1);
                    return place > share - 1e-12 && place < 1 - share - 1e-12;
                })
                .toList();
    }

    /** Average rank among ties, from one. */
    private static double rank(double[] zs, double z) {
        long below = DoubleStream.of(zs).filter(other -> other < z).count();
        long tied = DoubleStream.of(zs).filter(other -> other == z).count();
        return below + (tied + 1) / 2.0;
    }

    private static double[] zs(List<Placed> units) {
        return units.stream().mapToDouble(Placed::z).toArray();
    }
}
