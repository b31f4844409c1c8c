// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was done for a patient with colorectal cancer, from the examination to the visits after the operation. */
final class ColorectalPath {
    /** Days from the operation after which everything that belongs to the episode has happened. */
    static final int COMPLETE = 120;

    private static final long STREAM = 2;
    private static final int MORNING = 9 * 60;
    private static final int LONGEST_WAIT_FOR_THEATRE = 240;
    private static final int[] THEATRE_MINUTES = {0, 145, 165, 225, 250};
    private static final int[] AMOUNTS = {0, 12_300, 13_100, 17_900, 19_400};
    private static final int SHORT_COURSE = 5;
    private static final int LONG_COURSE = 28;

    private final ColorectalAdmission admission;
    private final ColorectalCourse course;
    private final Chance chance;
    private final List<Activity> activities = new ArrayList<>();

    private ColorectalPath(Episode<ColorectalJourney> episode) {
        admission = episode.journey().admission();
        course = episode.journey().course();
        chance = episode.chance(STREAM);
    }

    /** All that was known at the extraction, in the order of time. */
    static List<Activity> of(Episode<ColorectalJourney> episode) {
        return whole(episode).stream()
                .filter(activity -> episode.isKnown(Moments.dayOf(activity.ended())))
                .toList();
    }

    private static List<Activity> whole(Episode<ColorectalJourney> episode) {
        var path = new ColorectalPath(episode);
        path.isExamined();
        path.isTreatedBefore();
        path.isOperated();
        path.stays();
        path.returns();
        path.activities.sort(Comparator.comparingInt(Activity::started));
        return path.activities;
    }

    /** In euros; nothing as long as it is not complete. */
    static int cost(Episode<ColorectalJourney> episode) {
        return episode.isKnown(episode.journey().day() + COMPLETE) ? Activity.cost(whole(episode)) : Moments.NONE;
    }

    static Product product(Episode<ColorectalJourney> episode) {
        var journey = episode.journey();
        int kind = journey.course().operation().kind();
        int opened = Math.min(journey.course().before().pathology(), journey.day());
        return new Product("CRC-" + kind, opened, episode.known(journey.day() + COMPLETE), AMOUNTS[kind]);
    }

    private void isExamined() {
        int first = course.before().first();
        if (admission.mix().urgent()) {
            activities.add(Activity.once(Service.EMERGENCY_VISIT, Moments.at(first, chance.below(MORNING))));
            activities.add(Activity.once(Service.CT_SCAN, Moments.at(first, MORNING)));
        } else {
            int pathology = course.before().pathology();
            once(Service.COLONOSCOPY, pathology - 3 - chance.below(4));
            once(Service.CT_SCAN, Math.min(first, pathology + 3 + chance.below(6)));
            if (admission.rectum()) {
                once(Service.MRI_SCAN, Math.min(first, pathology + 3 + chance.below(6)));
            }
            once(Service.CLINIC_VISIT, Math.max(pathology, first - 8));
        }
        once(Service.PATHOLOGY, course.before().pathology());
        if (course.before().discussed()) {
            once(Service.TEAM_MEETING, Math.max(course.before().pathology(), first - 10));
        }
        activities.add(Activity.once(Service.LABORATORY, Moments.at(admission.day(), MORNING - 60)));
    }

    private void once(Service service, int day) {
        activities.add(Activity.once(service, Moments.at(day, MORNING + chance.below(420))));
    }

    private void isTreatedBefore() {
        int first = course.before().first();
        switch (admission.mix().neoadjuvant()) {
            case ColorectalCaseMix.RADIOTHERAPY -> radiotherapy(first, 6, SHORT_COURSE);
            case ColorectalCaseMix.CHEMORADIATION -> {
                radiotherapy(first, 37, LONG_COURSE);
                once(Service.CHEMOTHERAPY, first);
                once(Service.CHEMOTHERAPY, first + 21);
            }
            default -> {}
        }
    }

    private void radiotherapy(int first, int days, int fractions) {
        activities.add(new Activity(
                Service.RADIOTHERAPY, Moments.at(first, MORNING), Moments.at(first + days, MORNING), fractions));
    }

    private void isOperated() {
        int start = Moments.at(admission.day(), MORNING + 60 + chance.below(LONGEST_WAIT_FOR_THEATRE));
        activities.add(Activity.minutes(Service.SURGERY, start, theatre()));
        once(Service.PATHOLOGY, admission.day() + 5 + chance.below(4));
        int again = course.recovery().reintervention();
        if (again != Moments.NONE) {
            int moment = Moments.at(again, Moments.NOON + chance.below(300));
            activities.add(Activity.minutes(Service.SURGERY_AGAIN, moment, theatre() / 2));
        }
    }

    private int theatre() {
        double approach = course.operation().approach() == 1 ? 0.9 : 1.05;
        return (int) (THEATRE_MINUTES[course.operation().kind()] * approach * (0.75 + 0.5 * chance.uniform()));
    }

    private void stays() {
        int discharge = course.recovery().discharge();
        int careful = Math.min(discharge, admission.day() + 1 + chance.below(3));
        if (course.recovery().grade() >= 4 || (admission.mix().asa() >= 4 && careful > admission.day())) {
            activities.add(Activity.days(Service.INTENSIVE_CARE, admission.day(), careful));
        }
        activities.add(Activity.days(Service.WARD_DAY, admission.day(), discharge));
        int back = course.recovery().readmission();
        if (back != Moments.NONE) {
            int until = Math.min(back + 2 + chance.below(7), admission.person().death());
            activities.add(Activity.days(Service.WARD_DAY_AGAIN, back, until));
        }
    }

    private void returns() {
        int discharge = course.recovery().discharge();
        if (course.operation().stoma() > 1) {
            visit(Service.NURSE_VISIT, discharge + 10 + chance.below(6));
        }
        visit(Service.CLINIC_VISIT, Math.max(discharge + 7, admission.day() + 14) + chance.below(7));
        visit(Service.CLINIC_VISIT, admission.day() + 88 + chance.below(20));
    }

    private void visit(Service service, int day) {
        if (day < admission.person().death() && day <= admission.day() + COMPLETE) {
            once(service, day);
        }
    }
}
