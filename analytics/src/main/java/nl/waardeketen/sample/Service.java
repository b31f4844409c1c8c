// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.Locale;

/** What can be done for a patient, by which means, and what one unit costs: made-up prices in euros. */
enum Service {
    EMERGENCY_VISIT("emergency-department", 320),
    X_RAY("imaging", 60),
    CT_SCAN("imaging", 190),
    MRI_SCAN("imaging", 310),
    LABORATORY("laboratory", 45),
    PATHOLOGY("laboratory", 210),
    COLONOSCOPY("endoscopy", 520),
    TEAM_MEETING("meeting-room", 180),
    CLINIC_VISIT("outpatient-clinic", 130),
    NURSE_VISIT("outpatient-clinic", 75),
    GERIATRIC_CONSULTATION("ward", 160),
    PHYSIOTHERAPY("ward", 45),
    /** Per fraction. */
    RADIOTHERAPY("radiotherapy", 260),
    /** Per course. */
    CHEMOTHERAPY("day-ward", 1_150),
    /** Per minute. */
    SURGERY("theatre", 22),
    /** Per minute. */
    SURGERY_AGAIN("theatre", 22),
    INTENSIVE_CARE("intensive-care", 2_300),
    WARD_DAY("ward", 560),
    WARD_DAY_AGAIN("ward", 560);

    private final String resource;
    private final int price;

    Service(String resource, int price) {
        this.resource = resource;
        this.price = price;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String resource() {
        return resource;
    }

    int price() {
        return price;
    }
}
