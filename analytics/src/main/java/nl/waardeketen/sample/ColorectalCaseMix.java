// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** What a patient with colorectal cancer brings along. Categories count from 1, as in the outcome set. */
record ColorectalCaseMix(
        int age,
        int sex,
        int asa,
        int bmi,
        int charlson,
        int location,
        int stage,
        boolean metastases,
        boolean urgent,
        boolean complicated,
        boolean operatedBefore,
        int neoadjuvant) {
    static final int RECTUM = 3;
    static final int NONE = 1;
    static final int RADIOTHERAPY = 2;
    static final int CHEMORADIATION = 3;

    private static final int MIDDLE_AGE = 70;
    private static final int MOST_CHARLSON = 6;
    private static final double[] ASA_LIMITS = {-1.7, 1.6, 4.6};
    private static final double[] STAGE_LIMITS = {-0.75, 1.7};
    private static final double[][] NEOADJUVANT = {{0.85, 0.12, 0.03}, {0.50, 0.25, 0.25}, {0.15, 0.20, 0.65}};

    /** Draws in the order in which one thing leads to another: age, other diseases, tumour, urgency, treatment before. */
    static ColorectalCaseMix draw(Person person, int day, Participant.Mix mix, Chance chance) {
        int age = person.ageAt(day);
        double years = (double) age - MIDDLE_AGE;
        int charlson =
                Math.min(MOST_CHARLSON, chance.poisson(StrictMath.exp(-0.6 + 0.02 * years + 0.25 * person.frailty)));
        int asa =
                level(0.03 * years + 0.5 * charlson + 0.6 * person.frailty + mix.asa() + chance.logistic(), ASA_LIMITS);
        int bmi = (int) Math.max(16, Math.min(50, Math.round(26.3 + 4 * chance.normal())));
        int location = 1 + chance.pick(0.38, 0.34, 0.28);
        int stage = level(mix.further() + chance.logistic(), STAGE_LIMITS);
        boolean metastases = chance.happens(Logit.share(-3.2 + 0.4 * (stage - 1)));
        double hurry = location == RECTUM ? -4.2 : -2.4 + 0.9 * (stage == 3 ? 1 : 0) + 0.01 * years;
        boolean urgent = chance.happens(Logit.share(hurry));
        boolean complicated = chance.happens(Logit.share(-1.9 + (urgent ? 3 : 0) + (stage == 3 ? 0.5 : 0)));
        boolean operatedBefore = chance.happens(0.3);
        boolean before = location == RECTUM && !urgent;
        int neoadjuvant = before ? 1 + chance.pick(NEOADJUVANT[stage - 1]) : NONE;
        return new ColorectalCaseMix(
                age,
                person.sex,
                asa,
                bmi,
                charlson,
                location,
                stage,
                metastases,
                urgent,
                complicated,
                operatedBefore,
                neoadjuvant);
    }

    private static int level(double latent, double[] limits) {
        int level = 1;
        for (double limit : limits) {
            level += latent > limit ? 1 : 0;
        }
        return level;
    }
}
