// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that get lost, without regard to what they are. */
final class Gaps {
    private Gaps() {}

    static <J extends Journey> Set<Column<J>> draw(Participant participant, List<Column<J>> columns, Chance chance) {
        var missing = new HashSet<Column<J>>();
        for (var column : columns) {
            if (column.lost() > 0 && chance.happens(column.lost() * participant.gaps())) {
                missing.add(column);
            }
        }
        if (chance.happens(participant.followUpMissing())) {
            columns.stream().filter(Column::isFollowUp).forEach(missing::add);
        }
        return missing;
    }

    /** Share of values missing among those that could be known, by variable. */
    static <J extends Journey> Map<String, Object> declared(Participant participant, List<Column<J>> columns) {
        var declared = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            double kept = (1 - column.lost() * participant.gaps())
                    * (column.isFollowUp() ? 1 - participant.followUpMissing() : 1);
            if (kept < 1) {
                declared.put(column.code(), 1 - kept);
            }
        }
        return declared;
    }
}
