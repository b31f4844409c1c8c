// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges every unit by the others, so that a unit is not part of its own standard. Units that clearly do not belong to the
 * others are first left out of what the others are, by the generalised extreme studentised deviate (Rosner 1983,
 * Technometrics 25:165): the most extreme is taken out, again and again up to a fifth of the units (below ten units up to
 * less than half), and those up to the last that was extreme among as many stay out.
 */
final class AgainstOthers {
    private static final double FAMILY = 0.02;
    private static final int SHARE = 5;

    private final List<Evidence> units;
    private final boolean alike;
    private final BetweenUnits clean;

    /** When {@code alike}, differences between units are chance only. */
    AgainstOthers(List<Evidence> units, boolean alike) {
        this.units = units;
        this.alike = alike;
        clean = new BetweenUnits(units, alike);
        outliers().forEach(clean::leaveOut);
    }

    /** The others of this unit; it is never among them. */
    Others of(int unit) {
        return clean.against(unit);
    }

    /** What there is between the units that are left: φ, the mean squared normal score, and τ² by the method of moments. */
    Overdispersion overdispersion() {
        var left = IntStream.range(0, units.size())
                .filter(clean::has)
                .mapToObj(units::get)
                .toList();
        return Overdispersion.ofAll(left);
    }

    private List<Integer> outliers() {
        int most = units.size() < Overdispersion.FEWEST_UNITS ? (units.size() - 1) / 2 : units.size() / SHARE;
        var left = new BetweenUnits(units, alike);
        var out = new ArrayList<Integer>();
        int clear = 0;
        for (int step = 0; step < most; step++) {
            var extreme = mostExtreme(left);
            if (extreme == null || extreme.z < Normal.WATCH) {
                break;
            }
            left.leaveOut(extreme.unit);
            out.add(extreme.unit);
            double limit = Normal.beyond(FAMILY / 2 / (units.size() - step));
            if (extreme.z > Math.max(Normal.SIGNAL, limit)) {
                clear = out.size();
            }
        }
        return out.subList(0, clear);
    }

    private record Extreme(int unit, double z) {}

    private @Nullable Extreme mostExtreme(BetweenUnits left) {
        return IntStream.range(0, units.size())
                .filter(left::has)
                .mapToObj(unit -> new Extreme(unit, Math.abs(left.against(unit).z())))
                .reduce((one, other) -> other.z > one.z ? other : one)
                .orElse(null);
    }
}
