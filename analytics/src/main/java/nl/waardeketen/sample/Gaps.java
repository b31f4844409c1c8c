// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Values that get lost, without regard to what they are. */
final class Gaps {
    private static final Map<Column, Double> SHARES = shares();
    private static final Set<Column> FOLLOW_UP =
            EnumSet.of(Column.FOLLOWUP, Column.MOBILITY_3M, Column.KATZ_3M, Column.RESIDENCE_3M);

    private Gaps() {}

    static Set<Column> draw(Hospital hospital, Chance chance) {
        var missing = EnumSet.noneOf(Column.class);
        SHARES.forEach((column, share) -> {
            if (chance.happens(share * hospital.gaps())) {
                missing.add(column);
            }
        });
        if (chance.happens(hospital.followUpMissing())) {
            missing.addAll(FOLLOW_UP);
        }
        return missing;
    }

    /** Share of values missing among those that could be known, by variable. */
    static Map<String, Object> declared(Hospital hospital) {
        var declared = new LinkedHashMap<String, Object>();
        for (var column : Column.values()) {
            double kept = (1 - SHARES.getOrDefault(column, 0.0) * hospital.gaps())
                    * (FOLLOW_UP.contains(column) ? 1 - hospital.followUpMissing() : 1);
            if (kept < 1) {
                declared.put(column.code(), 1 - kept);
            }
        }
        return declared;
    }

    private static Map<Column, Double> shares() {
        var shares = new EnumMap<Column, Double>(Column.class);
        shares.put(Column.ED_DEPARTURE, 0.03);
        shares.put(Column.ASA, 0.012);
        shares.put(Column.RESIDENCE, 0.015);
        shares.put(Column.MOBILITY_BEFORE, 0.025);
        shares.put(Column.KATZ_BEFORE, 0.04);
        shares.put(Column.DEMENTIA, 0.012);
        shares.put(Column.OSTEOPOROSIS, 0.06);
        shares.put(Column.MALNUTRITION, 0.05);
        shares.put(Column.SIDE, 0.004);
        shares.put(Column.SURGERY_START, 0.006);
        shares.put(Column.COMANAGEMENT, 0.015);
        shares.put(Column.MOBILISED, 0.05);
        shares.put(Column.DELIRIUM, 0.03);
        shares.put(Column.BONE_TREATMENT, 0.04);
        shares.put(Column.DISCHARGE, 0.004);
        shares.put(Column.DISCHARGE_TO, 0.01);
        shares.put(Column.FOLLOWED_UNTIL, 0.01);
        shares.put(Column.KATZ_3M, 0.03);
        shares.put(Column.RESIDENCE_3M, 0.02);
        return shares;
    }
}
