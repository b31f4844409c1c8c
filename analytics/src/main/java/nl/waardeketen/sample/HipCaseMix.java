// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** What a patient brings along. Categories count from 1, as in the outcome set. */
record HipCaseMix(
        int age,
        int sex,
        int asa,
        int residence,
        int mobility,
        int katz,
        boolean dementia,
        boolean osteoporosis,
        boolean malnutrition,
        int fracture) {
    private static final int ACTIVITIES = 6;
    private static final double[] ASA_LIMITS = {-3.35, 0.05, 3.6};
    private static final double[] RESIDENCE_LIMITS = {0.45, 2.1, 2.75};
    private static final double[] MOBILITY_LIMITS = {0.35, 0.95, 3.2, 5.2};

    /** Draws in the order in which one thing leads to another: age, dementia, residence, health, walking, help. */
    static HipCaseMix draw(Person person, int day, Participant.Mix mix, Chance chance) {
        int age = person.ageAt(day);
        double years = age - 80;
        boolean demented =
                person.dementia() || chance.happens(Logit.share(-1.50 + 0.07 * years + 0.35 * person.frailty));
        double dementia = demented ? 1 : 0;
        int residence = level(
                0.07 * years + 1.7 * dementia + 0.6 * person.frailty + mix.further() + chance.logistic(),
                RESIDENCE_LIMITS);
        int asa = level(
                0.035 * years + 0.3 * dementia + 0.8 * person.frailty + mix.asa() + chance.logistic(), ASA_LIMITS);
        int mobility = level(
                0.05 * years + 0.3 * dementia + 0.5 * (residence - 1) + 0.6 * person.frailty + chance.logistic(),
                MOBILITY_LIMITS);
        double helped = Logit.share(-2.9 + 0.85 * (residence - 1) + 0.8 * dementia + 0.35 * (mobility - 1));
        int katz = 0;
        for (int i = 0; i < ACTIVITIES; i++) {
            katz += chance.happens(helped) ? 1 : 0;
        }
        double female = person.sex - 1;
        boolean osteoporosis = chance.happens(Logit.share(-1.7 + 0.02 * years + 0.8 * female));
        boolean malnutrition = chance.happens(Logit.share(-2.1 + 0.02 * years + 0.5 * dementia + 0.3 * person.frailty));
        int fracture = 1 + chance.pick(0.15, 0.39 - 0.001 * years, 0.16, 0.20 + 0.002 * years, 0.10);
        return new HipCaseMix(
                age, person.sex, asa, residence, mobility, katz, demented, osteoporosis, malnutrition, fracture);
    }

    private static int level(double latent, double[] limits) {
        int level = 1;
        for (double limit : limits) {
            level += latent > limit ? 1 : 0;
        }
        return level;
    }
}
