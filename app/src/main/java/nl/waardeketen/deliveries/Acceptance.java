// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.DeliveredOrganisation;
import nl.waardeketen.analytics.Problem;

/** What keeps a delivery as a whole from landing. */
final class Acceptance {
    /** More organisations at once than any country has hospitals: a column of patients, most likely. */
    private static final int MOST_NEWCOMERS = 500;

    private Acceptance() {}

    static List<Problem> blocking(DeliverySource source, CheckReport checked, Set<String> known) {
        var blocking = new ArrayList<Problem>();
        var newcomers = newcomers(source, checked, known);
        if (!source.registers()) {
            newcomers.forEach(organisation -> blocking.add(unknown(checked, organisation)));
        } else if (newcomers.size() > MOST_NEWCOMERS) {
            blocking.add(whole(
                    checked,
                    "organisation.too-many",
                    newcomers.size() + " organisations are not known here, more than " + MOST_NEWCOMERS + " at once",
                    "check which column holds the organisation"));
        }
        return blocking;
    }

    /** The sender included. */
    private static List<DeliveredOrganisation> newcomers(
            DeliverySource source, CheckReport checked, Set<String> known) {
        var met = new ArrayList<>(checked.organisations());
        if (met.stream().noneMatch(organisation -> organisation.code().equals(source.sender()))) {
            met.add(new DeliveredOrganisation(source.sender(), 0, 0));
        }
        return met.stream()
                .filter(organisation -> !known.contains(organisation.code()))
                .toList();
    }

    private static Problem unknown(CheckReport checked, DeliveredOrganisation organisation) {
        return new Problem(
                checked.tables().get(0).file(),
                organisation.line(),
                "organisation",
                organisation.code(),
                "organisation.unknown",
                "this organisation is not known here (" + organisation.rows() + " rows)",
                "have it entered first (waardeketen organisations), or let the mapping say organisations: register");
    }

    static Problem overlap(String file, long episodes) {
        return new Problem(
                file,
                0,
                "",
                "",
                "delivery.twice",
                episodes
                        + " of its episodes are there already, of the same organisation, patient and dates; nothing has landed",
                "leave them out, or correct the earlier delivery with --replaces and its number");
    }

    private static Problem whole(CheckReport checked, String rule, String text, String remedy) {
        return new Problem(checked.tables().get(0).file(), 0, "", "", rule, text, remedy);
    }
}
