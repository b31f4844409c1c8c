// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** The models from which outcomes are drawn. Chosen so that rates come near those that Dutch registrations report. */
final class HipModels {
    private static final int MIDDLE_AGE = 80;

    private static final Term<HipAdmission> SEX =
            Term.factor("sex", admission -> admission.mix().sex());
    private static final Term<HipAdmission> ASA =
            Term.factor("asa", admission -> admission.mix().asa());
    private static final Term<HipAdmission> RESIDENCE =
            Term.factor("residence", admission -> admission.mix().residence());
    private static final Term<HipAdmission> MOBILITY =
            Term.factor("mobility_before", admission -> admission.mix().mobility());
    private static final Term<HipAdmission> FRACTURE =
            Term.factor("fracture_type", admission -> admission.mix().fracture());
    private static final Term<HipAdmission> DEMENTIA =
            Term.flag("dementia", admission -> admission.mix().dementia());
    private static final Term<HipAdmission> WINTER = Term.flag("winter", HipAdmission::winter);
    private static final Term<HipAdmission> WEEKEND = Term.flag("weekend", HipAdmission::weekend);
    private static final Term<HipAdmission> EVENING = Term.flag("evening", HipAdmission::evening);

    static final OutcomeModel<HipAdmission> DELIRIUM = of(-2.60, 0.040, -0.0003)
            .with(SEX, -0.25)
            .with(ASA, 0.10, 0.45, 0.75)
            .with(RESIDENCE, 0.25, 0.35, 0.20)
            .with(MOBILITY, 0.10, 0.20, 0.30, 0.30)
            .with(DEMENTIA, 1.00)
            .with(FRACTURE, 0.10, 0.10, 0.15, 0.20);
    static final OutcomeModel<HipAdmission> DEATH = of(-4.20, 0.060, 0.0003)
            .with(SEX, -0.55)
            .with(ASA, 0.50, 1.20, 2.10)
            .with(RESIDENCE, 0.25, 0.45, 0.60)
            .with(MOBILITY, 0.15, 0.30, 0.60, 0.80)
            .with(DEMENTIA, 0.35)
            .with(FRACTURE, 0.10, 0.05, 0.15, 0.20)
            .with(WINTER, 0.20);
    static final OutcomeModel<HipAdmission> LATER_DEATH = of(-2.65, 0.050, 0)
            .with(SEX, -0.40)
            .with(ASA, 0.30, 0.90, 1.60)
            .with(RESIDENCE, 0.25, 0.50, 0.80)
            .with(DEMENTIA, 0.40);
    static final OutcomeModel<HipAdmission> REOPERATION = of(-3.35, -0.010, 0)
            .with(SEX, -0.10)
            .with(ASA, 0.05, 0.15, 0.20)
            .with(RESIDENCE, 0.05, 0.10, 0.10)
            .with(FRACTURE, 0.30, -0.20, 0.10, 0.35);
    static final OutcomeModel<HipAdmission> MOBILITY_RECOVERED = of(0.35, -0.035, 0)
            .with(SEX, 0.10)
            .with(ASA, -0.20, -0.50, -0.80)
            .with(RESIDENCE, -0.25, -0.35, -0.20)
            .with(MOBILITY, 0.30, 0.60, 1.00)
            .with(DEMENTIA, -0.50)
            .with(FRACTURE, -0.10, -0.20, -0.35, -0.45);
    static final OutcomeModel<HipAdmission> KATZ_RECOVERED = of(0.85, -0.040, 0)
            .with(SEX, 0.10)
            .with(ASA, -0.15, -0.45, -0.80)
            .with(RESIDENCE, -0.30, -0.40, -0.10)
            .with(MOBILITY, -0.05, -0.15, -0.20, -0.20)
            .with(DEMENTIA, -0.60)
            .with(FRACTURE, -0.05, -0.15, -0.25, -0.30);
    static final OutcomeModel<HipAdmission> HOME_AGAIN = of(2.35, -0.050, 0)
            .with(SEX, -0.05)
            .with(ASA, -0.15, -0.45, -0.75)
            .with(RESIDENCE, -0.35, 0.60)
            .with(MOBILITY, -0.10, -0.30, -0.50, -0.60)
            .with(DEMENTIA, -1.00)
            .with(FRACTURE, -0.05, -0.10, -0.15, -0.20);
    static final OutcomeModel<HipAdmission> TIMELY =
            of(2.15, 0, 0).with(ASA, 0.00, -0.25, -0.50).with(WEEKEND, -0.45).with(EVENING, -0.20);
    static final OutcomeModel<HipAdmission> CO_MANAGED =
            of(1.10, 0.030, 0).with(ASA, 0.10, 0.30, 0.30).with(DEMENTIA, 0.20);
    static final OutcomeModel<HipAdmission> OUT_OF_BED = of(1.75, -0.020, 0)
            .with(SEX, 0.05)
            .with(ASA, -0.15, -0.45, -0.90)
            .with(RESIDENCE, -0.10, -0.15, -0.10)
            .with(MOBILITY, -0.10, -0.20, -0.50)
            .with(DEMENTIA, -0.40)
            .with(FRACTURE, -0.05, -0.05, -0.15, -0.25);
    static final OutcomeModel<HipAdmission> BONE_TREATED =
            of(-0.50, -0.005, 0).with(SEX, 0.55).with(DEMENTIA, -0.30);
    /** Log of the mean number of days, without delirium. */
    static final OutcomeModel<HipAdmission> STAY = of(1.62, 0.006, 0)
            .with(SEX, -0.03)
            .with(ASA, 0.06, 0.18, 0.25)
            .with(RESIDENCE, 0.06, -0.05, -0.25)
            .with(MOBILITY, 0.03, 0.06, 0.04, 0.00)
            .with(DEMENTIA, -0.05)
            .with(FRACTURE, 0.02, 0.04, 0.06, 0.10);
    /** Log of the median number of minutes. */
    static final OutcomeModel<HipAdmission> EMERGENCY = of(5.07, 0, 0).with(EVENING, 0.06);

    private HipModels() {}

    private static OutcomeModel<HipAdmission> of(double atReference, double perYear, double perSquaredYear) {
        return OutcomeModel.of(MIDDLE_AGE, atReference, perYear, perSquaredYear);
    }

    /** By the indicator that shows them. */
    static Map<String, OutcomeModel<HipAdmission>> byIndicator() {
        var models = new LinkedHashMap<String, OutcomeModel<HipAdmission>>();
        models.put("HIP-DEL", DELIRIUM);
        models.put("HIP-M30", DEATH);
        models.put("HIP-REOP", REOPERATION);
        models.put("HIP-FMS", MOBILITY_RECOVERED);
        models.put("HIP-KATZ", KATZ_RECOVERED);
        models.put("HIP-HOME", HOME_AGAIN);
        models.put("HIP-TTS", TIMELY);
        models.put("HIP-GER", CO_MANAGED);
        models.put("HIP-MOB", OUT_OF_BED);
        models.put("HIP-BONE", BONE_TREATED);
        models.put("HIP-ED", EMERGENCY);
        models.put("HIP-LOS", STAY);
        return models;
    }
}
