// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was done for a patient with a hip fracture, from arrival to the last visit. */
final class HipPath {
    /** Days from admission after which everything that belongs to the episode has happened. */
    static final int COMPLETE = 105;

    private static final long STREAM = 1;
    private static final int VISIT = 42;
    private static final int[] THEATRE_MINUTES = {0, 55, 70, 75, 80, 105};
    private static final int[] AMOUNTS = {4_900, 9_200, 10_400, 11_300, 12_100, 14_600};

    private final Episode<HipJourney> episode;
    private final HipAdmission admission;
    private final HipCourse course;
    private final Chance chance;
    private final List<Activity> activities = new ArrayList<>();

    private HipPath(Episode<HipJourney> episode) {
        this.episode = episode;
        admission = episode.journey().admission();
        course = episode.journey().course();
        chance = episode.chance(STREAM);
    }

    /** All that was known at the extraction, in the order of time. */
    static List<Activity> of(Episode<HipJourney> episode) {
        return whole(episode).stream()
                .filter(activity -> episode.isKnown(Moments.dayOf(activity.ended())))
                .toList();
    }

    private static List<Activity> whole(Episode<HipJourney> episode) {
        var path = new HipPath(episode);
        path.arrives();
        path.isOperated();
        path.stays();
        path.returns();
        path.activities.sort(Comparator.comparingInt(Activity::started));
        return path.activities;
    }

    /** In euros; nothing as long as it is not complete. */
    static int cost(Episode<HipJourney> episode) {
        return episode.isKnown(episode.journey().day() + COMPLETE) ? Activity.cost(whole(episode)) : Moments.NONE;
    }

    static Product product(Episode<HipJourney> episode) {
        var journey = episode.journey();
        int treatment = journey.course().surgery().treatment();
        return new Product(
                "HIP-" + treatment, journey.day(), episode.known(journey.day() + COMPLETE), AMOUNTS[treatment]);
    }

    private void arrives() {
        int arrival = admission.arrival();
        if (admission.viaEmergency()) {
            activities.add(new Activity(Service.EMERGENCY_VISIT, arrival, course.departure(), 1));
        }
        activities.add(Activity.once(Service.X_RAY, arrival + 20 + chance.below(30)));
        activities.add(Activity.once(Service.LABORATORY, arrival + 15 + chance.below(30)));
    }

    private void isOperated() {
        var surgery = course.surgery();
        if (surgery.done()) {
            activities.add(Activity.minutes(Service.SURGERY, surgery.start(), theatre(surgery)));
        }
        if (surgery.reoperation() != Moments.NONE) {
            int start = Moments.at(surgery.reoperation(), Moments.NOON + chance.below(240));
            activities.add(Activity.minutes(Service.SURGERY_AGAIN, start, theatre(surgery) + 20));
        }
    }

    private int theatre(HipCourse.Surgery surgery) {
        return (int) (THEATRE_MINUTES[surgery.treatment()] * (0.7 + 0.6 * chance.uniform()));
    }

    private void stays() {
        var stay = course.stay();
        int days = Math.max(1, stay.discharge() - admission.day());
        activities.add(new Activity(
                Service.WARD_DAY, course.departure(), Math.max(course.departure() + 60, noon(stay.discharge())), days));
        int first = course.surgery().done() ? course.surgery().day() : admission.day();
        if (stay.coManaged()) {
            activities.add(
                    Activity.once(Service.GERIATRIC_CONSULTATION, Moments.at(first, Moments.NOON + chance.below(300))));
        }
        if (stay.discharge() > first) {
            activities.add(new Activity(
                    Service.PHYSIOTHERAPY, Moments.at(first + 1, 600), Moments.at(stay.discharge(), 660), days));
        }
    }

    private static int noon(int day) {
        return Moments.at(day, Moments.NOON);
    }

    private void returns() {
        int visit = admission.day() + VISIT + chance.below(7);
        if (visit > course.stay().discharge()
                && visit < admission.person().death()
                && course.surgery().done()) {
            activities.add(Activity.once(Service.X_RAY, Moments.at(visit, 560 + chance.below(300))));
            activities.add(Activity.once(Service.CLINIC_VISIT, Moments.at(visit, 900 + chance.below(100))));
        }
        int followUp = course.followUp().day();
        if (followUp != Moments.NONE && !isLost()) {
            activities.add(Activity.once(Service.NURSE_VISIT, Moments.at(followUp, 540 + chance.below(400))));
        }
    }

    private boolean isLost() {
        return episode.missing().contains(Column.named("followup", HipColumns.ALL));
    }
}
