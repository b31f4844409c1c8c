// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;
import java.util.stream.Stream;

/** The variables of the outcome set of hip fracture, in its order. */
final class HipColumns {
    private static final Columns<HipJourney> A = new Columns<>();

    static final List<Column<HipJourney>> ALL = Stream.of(onArrival(), patient(), treatment(), stay(), later())
            .flatMap(List::stream)
            .toList();

    private HipColumns() {}

    private static List<Column<HipJourney>> onArrival() {
        return List.of(
                A.date("admission", episode -> admission(episode).day()).required(),
                A.time("arrival", episode -> admission(episode).arrival()).where(HipColumns::viaEmergency),
                A.time("ed_departure", episode -> course(episode).departure())
                        .where(HipColumns::viaEmergency)
                        .lost(0.03));
    }

    private static List<Column<HipJourney>> patient() {
        return List.of(
                A.integer("age", 18, 115, episode -> mix(episode).age()).required(),
                A.category("sex", 1, 2, episode -> mix(episode).sex()).required(),
                A.category("asa", 1, 5, episode -> mix(episode).asa()).lost(0.012),
                A.category("residence", 1, 4, episode -> mix(episode).residence())
                        .lost(0.015),
                A.category("mobility_before", 1, 5, episode -> mix(episode).mobility())
                        .lost(0.025),
                A.integer("katz_before", 0, 6, episode -> mix(episode).katz()).lost(0.04),
                A.flag("dementia", episode -> mix(episode).dementia()).lost(0.012),
                A.flag("osteoporosis", episode -> mix(episode).osteoporosis()).lost(0.06),
                A.flag("malnutrition", episode -> mix(episode).malnutrition()).lost(0.05),
                A.category("fracture_type", 1, 5, episode -> mix(episode).fracture())
                        .required(),
                A.category("side", 1, 2, episode -> admission(episode).side()).lost(0.004));
    }

    private static List<Column<HipJourney>> treatment() {
        return List.of(
                A.category("treatment", 0, 5, episode -> surgery(episode).treatment())
                        .required(),
                A.time("surgery_start", episode -> surgery(episode).start()).lost(0.006),
                A.flag("comanagement", episode -> stay(episode).coManaged()).lost(0.015),
                A.flag("mobilised", episode -> surgery(episode).mobilised())
                        .where(episode -> surgery(episode).done())
                        .lost(0.05));
    }

    private static List<Column<HipJourney>> stay() {
        return List.of(
                A.flag("delirium", episode -> stay(episode).delirium()).lost(0.03),
                A.flag("bone_treatment", episode -> stay(episode).boneTreated()).lost(0.04),
                A.date("discharge", episode -> episode.known(stay(episode).discharge()))
                        .lost(0.004),
                A.category("discharge_to", 1, 5, episode -> stay(episode).destination())
                        .where(episode -> episode.isKnown(stay(episode).discharge()))
                        .lost(0.01));
    }

    private static List<Column<HipJourney>> later() {
        return List.of(
                A.date("reoperation", episode -> episode.known(surgery(episode).reoperation())),
                A.date("death", Episode::death),
                A.date("followed_until", Episode::extracted).lost(0.01),
                A.date("followup", episode -> episode.known(followUp(episode).day()))
                        .atFollowUp(),
                A.category("mobility_3m", 1, 5, episode -> followUp(episode).mobility())
                        .where(HipColumns::isFollowedUp)
                        .atFollowUp(),
                A.integer("katz_3m", 0, 6, episode -> followUp(episode).katz())
                        .where(HipColumns::isFollowedUp)
                        .lost(0.03)
                        .atFollowUp(),
                A.category("residence_3m", 1, 4, episode -> followUp(episode).residence())
                        .where(HipColumns::isFollowedUp)
                        .lost(0.02)
                        .atFollowUp(),
                A.integer("cost", 0, 1_000_000, HipPath::cost));
    }

    private static HipAdmission admission(Episode<HipJourney> episode) {
        return episode.journey().admission();
    }

    private static HipCaseMix mix(Episode<HipJourney> episode) {
        return admission(episode).mix();
    }

    private static HipCourse course(Episode<HipJourney> episode) {
        return episode.journey().course();
    }

    private static HipCourse.Surgery surgery(Episode<HipJourney> episode) {
        return course(episode).surgery();
    }

    private static HipCourse.Stay stay(Episode<HipJourney> episode) {
        return course(episode).stay();
    }

    private static HipCourse.FollowUp followUp(Episode<HipJourney> episode) {
        return course(episode).followUp();
    }

    private static boolean viaEmergency(Episode<HipJourney> episode) {
        return admission(episode).viaEmergency();
    }

    private static boolean isFollowedUp(Episode<HipJourney> episode) {
        return episode.isKnown(followUp(episode).day());
    }
}
