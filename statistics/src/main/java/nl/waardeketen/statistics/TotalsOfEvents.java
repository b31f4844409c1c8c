// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Shrunken proportions from totals of units, each taken as n = E/p patients with one risk p = 1 − V/E. */
final class TotalsOfEvents {
    private TotalsOfEvents() {}

    static Hierarchical shrunken(List<UnitTotals> totals) {
        var telling = totals.stream().filter(TotalsOfEvents::tells).toList();
        if (telling.isEmpty()) {
            return Hierarchical.none(Kind.PROPORTION, totals);
        }
        var model = RandomInterceptModel.given(
                cohort(telling),
                telling.stream().mapToDouble(UnitTotals::expected).toArray(),
                RandomInterceptModel.NODES);
        var found = new HashMap<String, ShrunkenUnit>();
        model.units().forEach(unit -> found.put(unit.unit(), unit.shrunken()));
        var units = totals.stream()
                .map(unit -> found.getOrDefault(
                        unit.unit(),
                        new ShrunkenUnit(
                                unit.unit(), unit.expected(), unit.expected(), Double.NaN, Double.NaN, Double.NaN)))
                .toList();
        return Hierarchical.withSd(Kind.PROPORTION, model.sd(), telling, units);
    }

    private static boolean tells(UnitTotals unit) {
        return unit.variance() > 0 && unit.expected() > unit.variance();
    }

    private static Cohort cohort(List<UnitTotals> totals) {
        int size = totals.size();
        var units = new ArrayList<String>();
        var unitOfCell = new int[size];
        var patients = new double[size];
        var events = new double[size];
        for (int i = 0; i < size; i++) {
            var unit = totals.get(i);
            units.add(unit.unit());
            unitOfCell[i] = i;
            patients[i] = unit.expected() * unit.expected() / (unit.expected() - unit.variance());
            events[i] = Math.min(unit.observed(), patients[i]);
        }
        return new Cohort(units, unitOfCell, new Patterns(List.of(), patients, patients, events, events));
    }
}
