// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.CheckedDelivery.DeliveredOrganisation;
import nl.waardeketen.analytics.Problem;

/** What keeps a delivery as a whole from landing. */
final class Acceptance {
    /** Above this share of broken rows something is wrong with the delivery as a whole. */
    private static final double MOST_QUARANTINED = 0.05;

    /** More organisations at once than any country has hospitals: a column of patients, most likely. */
    private static final int MOST_NEWCOMERS = 500;

    private Acceptance() {}

    static List<Problem> blocking(DeliverySource source, CheckedDelivery checked, Set<String> known) {
        var blocking = new ArrayList<Problem>();
        checked.wrongStage().ifPresent(blocking::add);
        double share = (double) checked.quarantined() / checked.rows();
        if (share > MOST_QUARANTINED) {
            blocking.add(whole(
                    checked,
                    "delivery.too-many-broken",
                    checked.quarantined() + " of " + checked.rows() + " rows break a rule, more than "
                            + Math.round(MOST_QUARANTINED * 100) + "%; nothing has landed",
                    "repair what is listed and deliver again"));
        }
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
            DeliverySource source, CheckedDelivery checked, Set<String> known) {
        var met = new ArrayList<>(checked.delivered());
        if (met.stream().noneMatch(organisation -> organisation.code().equals(source.sender()))) {
            met.add(new DeliveredOrganisation(source.sender(), 0, 0));
        }
        return met.stream()
                .filter(organisation -> !known.contains(organisation.code()))
                .toList();
    }

    private static Problem unknown(CheckedDelivery checked, DeliveredOrganisation organisation) {
        return new Problem(
                checked.name(),
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

    private static Problem whole(CheckedDelivery checked, String rule, String text, String remedy) {
        return new Problem(checked.name(), 0, "", "", rule, text, remedy);
    }
}
