// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static nl.waardeketen.sample.Term.ASA;
import static nl.waardeketen.sample.Term.DEMENTIA;
import static nl.waardeketen.sample.Term.EVENING;
import static nl.waardeketen.sample.Term.FRACTURE;
import static nl.waardeketen.sample.Term.MOBILITY;
import static nl.waardeketen.sample.Term.RESIDENCE;
import static nl.waardeketen.sample.Term.SEX;
import static nl.waardeketen.sample.Term.WEEKEND;
import static nl.waardeketen.sample.Term.WINTER;

import java.util.LinkedHashMap;
import java.util.Map;

/** The models from which outcomes are drawn. Chosen so that rates come near those that Dutch registrations report. */
final class TrueModels {
    static final OutcomeModel DELIRIUM = OutcomeModel.of(-2.60, 0.040, -0.0003)
            .with(SEX, -0.25)
            .with(ASA, 0.10, 0.45, 0.75)
            .with(RESIDENCE, 0.25, 0.35, 0.20)
            .with(MOBILITY, 0.10, 0.20, 0.30, 0.30)
            .with(DEMENTIA, 1.00)
            .with(FRACTURE, 0.10, 0.10, 0.15, 0.20);
    static final OutcomeModel DEATH = OutcomeModel.of(-4.20, 0.060, 0.0003)
            .with(SEX, -0.55)
            .with(ASA, 0.50, 1.20, 2.10)
            .with(RESIDENCE, 0.25, 0.45, 0.60)
            .with(MOBILITY, 0.15, 0.30, 0.60, 0.80)
            .with(DEMENTIA, 0.35)
            .with(FRACTURE, 0.10, 0.05, 0.15, 0.20)
            .with(WINTER, 0.20);
    static final OutcomeModel LATER_DEATH = OutcomeModel.of(-2.65, 0.050, 0)
            .with(SEX, -0.40)
            .with(ASA, 0.30, 0.90, 1.60)
            .with(RESIDENCE, 0.25, 0.50, 0.80)
            .with(DEMENTIA, 0.40);
    static final OutcomeModel REOPERATION = OutcomeModel.of(-3.35, -0.010, 0)
            .with(SEX, -0.10)
            .with(ASA, 0.05, 0.15, 0.20)
            .with(RESIDENCE, 0.05, 0.10, 0.10)
            .with(FRACTURE, 0.30, -0.20, 0.10, 0.35);
    static final OutcomeModel MOBILITY_RECOVERED = OutcomeModel.of(0.35, -0.035, 0)
            .with(SEX, 0.10)
            .with(ASA, -0.20, -0.50, -0.80)
            .with(RESIDENCE, -0.25, -0.35, -0.20)
            .with(MOBILITY, 0.30, 0.60, 1.00)
            .with(DEMENTIA, -0.50)
            .with(FRACTURE, -0.10, -0.20, -0.35, -0.45);
    static final OutcomeModel KATZ_RECOVERED = OutcomeModel.of(0.85, -0.040, 0)
            .with(SEX, 0.10)
            .with(ASA, -0.15, -0.45, -0.80)
            .with(RESIDENCE, -0.30, -0.40, -0.10)
            .with(MOBILITY, -0.05, -0.15, -0.20, -0.20)
            .with(DEMENTIA, -0.60)
            .with(FRACTURE, -0.05, -0.15, -0.25, -0.30);
    static final OutcomeModel HOME_AGAIN = OutcomeModel.of(2.35, -0.050, 0)
            .with(SEX, -0.05)
            .with(ASA, -0.15, -0.45, -0.75)
            .with(RESIDENCE, -0.35, 0.60)
            .with(MOBILITY, -0.10, -0.30, -0.50, -0.60)
            .with(DEMENTIA, -1.00)
            .with(FRACTURE, -0.05, -0.10, -0.15, -0.20);
    static final OutcomeModel TIMELY = OutcomeModel.of(2.15, 0, 0)
            .with(ASA, 0.00, -0.25, -0.50)
            .with(WEEKEND, -0.45)
            .with(EVENING, -0.20);
    static final OutcomeModel CO_MANAGED =
            OutcomeModel.of(1.10, 0.030, 0).with(ASA, 0.10, 0.30, 0.30).with(DEMENTIA, 0.20);
    static final OutcomeModel OUT_OF_BED = OutcomeModel.of(1.75, -0.020, 0)
            .with(SEX, 0.05)
            .with(ASA, -0.15, -0.45, -0.90)
            .with(RESIDENCE, -0.10, -0.15, -0.10)
            .with(MOBILITY, -0.10, -0.20, -0.50)
            .with(DEMENTIA, -0.40)
            .with(FRACTURE, -0.05, -0.05, -0.15, -0.25);
    static final OutcomeModel BONE_TREATED =
            OutcomeModel.of(-0.50, -0.005, 0).with(SEX, 0.55).with(DEMENTIA, -0.30);
    /** Log of the mean number of days, without delirium. */
    static final OutcomeModel STAY = OutcomeModel.of(1.62, 0.006, 0)
            .with(SEX, -0.03)
            .with(ASA, 0.06, 0.18, 0.25)
            .with(RESIDENCE, 0.06, -0.05, -0.25)
            .with(MOBILITY, 0.03, 0.06, 0.04, 0.00)
            .with(DEMENTIA, -0.05)
            .with(FRACTURE, 0.02, 0.04, 0.06, 0.10);
    /** Log of the median number of minutes. */
    static final OutcomeModel EMERGENCY = OutcomeModel.of(5.07, 0, 0).with(EVENING, 0.06);

    private TrueModels() {}

    /** By the indicator that shows them. */
    static Map<String, OutcomeModel> byIndicator() {
        var models = new LinkedHashMap<String, OutcomeModel>();
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
