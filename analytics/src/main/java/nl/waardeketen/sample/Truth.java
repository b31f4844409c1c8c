// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is true of a sample region: sizes, what is planted, and per patient group models, effects and who differs. */
record Truth(Region region, List<Map<String, Object>> planted) {

    String json() {
        var size = region.size();
        var groups = new LinkedHashMap<String, Object>();
        for (var group : region.groups()) {
            groups.put(group.group().code(), GroupTruth.of(group));
        }
        return Json.text(Json.ordered(
                "seed",
                size.seed(),
                "hospitals",
                size.hospitals(),
                "quarters",
                size.quarters(),
                "episodes-per-quarter",
                size.episodesPerQuarter(),
                "first-quarter",
                size.first().toString(),
                "last-quarter",
                size.last().toString(),
                "extracted",
                LocalDate.ofEpochDay(region.extracted()).toString(),
                "late",
                Json.ordered(
                        "share",
                        Episode.LATE,
                        "words",
                        "so many episodes of the quarter before the last come with the delivery of the last"),
                "groups",
                groups,
                "planted-errors",
                planted));
    }
}
