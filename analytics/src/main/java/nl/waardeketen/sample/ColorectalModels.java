// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** The models from which outcomes of colorectal cancer are drawn. Chosen to come near what Dutch registrations report. */
final class ColorectalModels {
    private static final int MIDDLE_AGE = 70;
    private static final int MIDDLE_BMI = 26;

    private static final Term<ColorectalAdmission> SEX =
            Term.factor("sex", patient -> patient.mix().sex());
    private static final Term<ColorectalAdmission> ASA =
            Term.factor("asa", patient -> patient.mix().asa());
    private static final Term<ColorectalAdmission> BMI =
            Term.amount("bmi", patient -> patient.mix().bmi());
    private static final Term<ColorectalAdmission> CHARLSON =
            Term.amount("charlson", patient -> patient.mix().charlson());
    private static final Term<ColorectalAdmission> LOCATION =
            Term.factor("location", patient -> patient.mix().location());
    private static final Term<ColorectalAdmission> STAGE =
            Term.factor("ct", patient -> patient.mix().stage());
    private static final Term<ColorectalAdmission> METASTASES =
            Term.flag("metastases", patient -> patient.mix().metastases());
    private static final Term<ColorectalAdmission> URGENCY =
            Term.factor("urgency", patient -> patient.mix().urgent() ? 2 : 1);
    private static final Term<ColorectalAdmission> COMPLICATED =
            Term.flag("complication_before", patient -> patient.mix().complicated());
    private static final Term<ColorectalAdmission> NEOADJUVANT =
            Term.factor("neoadjuvant", patient -> patient.mix().neoadjuvant());

    static final OutcomeModel<ColorectalAdmission> DEATH = of(-4.85, 0.060, 0.0004)
            .with(SEX, -0.30)
            .with(ASA, 0.30, 1.00, 1.90)
            .with(CHARLSON, 0.12)
            .with(LOCATION, -0.10, -0.15)
            .with(STAGE, 0.05, 0.30)
            .with(METASTASES, 0.50)
            .with(URGENCY, 1.00)
            .with(COMPLICATED, 0.20);
    static final OutcomeModel<ColorectalAdmission> LATER_DEATH = of(-3.60, 0.040, 0)
            .with(ASA, 0.15, 0.50, 1.10)
            .with(STAGE, 0.30, 0.90)
            .with(METASTASES, 1.60)
            .with(URGENCY, 0.50);
    static final OutcomeModel<ColorectalAdmission> RADICAL = of(4.00, 0, 0)
            .with(LOCATION, 0.10, -0.40)
            .with(STAGE, -0.40, -1.60)
            .with(METASTASES, -0.70)
            .with(URGENCY, -0.40);
    static final OutcomeModel<ColorectalAdmission> LEAK = of(-3.15 - 0.02 * MIDDLE_BMI, -0.005, 0)
            .with(SEX, -0.40)
            .with(ASA, 0.10, 0.35, 0.60)
            .with(BMI, 0.02)
            .with(CHARLSON, 0.05)
            .with(LOCATION, 0.20, 0.60)
            .with(URGENCY, 0.30)
            .with(NEOADJUVANT, 0.15, 0.30);
    static final OutcomeModel<ColorectalAdmission> OTHER_COMPLICATION = of(-3.00, 0.010, 0)
            .with(SEX, -0.20)
            .with(ASA, 0.15, 0.50, 0.90)
            .with(CHARLSON, 0.08)
            .with(URGENCY, 0.50);
    /** After an elective resection of the colon. */
    static final OutcomeModel<ColorectalAdmission> STOMA = of(-2.95, 0.010, 0)
            .with(ASA, 0.10, 0.40, 0.80)
            .with(CHARLSON, 0.05)
            .with(LOCATION, 0.80)
            .with(STAGE, 0.10, 0.50)
            .with(METASTASES, 0.30);

    static final OutcomeModel<ColorectalAdmission> READMISSION =
            of(-2.60, 0.003, 0).with(ASA, 0.10, 0.25, 0.40).with(CHARLSON, 0.06).with(LOCATION, 0.05, 0.50);
    /** At least ten lymph nodes, in the colon. */
    static final OutcomeModel<ColorectalAdmission> NODES =
            of(2.70, -0.010, 0).with(LOCATION, -0.25).with(URGENCY, -0.30);
    /** Before an elective treatment. */
    static final OutcomeModel<ColorectalAdmission> DISCUSSED =
            of(2.60, -0.005, 0).with(LOCATION, 0.05, 0.60).with(STAGE, 0.20, 0.50);

    static final OutcomeModel<ColorectalAdmission> QUALITY_3M = of(0.55, -0.010, 0)
            .with(SEX, 0.05)
            .with(ASA, -0.10, -0.30, -0.60)
            .with(LOCATION, -0.05, -0.35)
            .with(STAGE, -0.05, -0.25)
            .with(METASTASES, -0.40);
    static final OutcomeModel<ColorectalAdmission> QUALITY_12M = of(1.10, -0.015, 0)
            .with(SEX, 0.05)
            .with(ASA, -0.10, -0.30, -0.50)
            .with(LOCATION, -0.05, -0.30)
            .with(STAGE, -0.10, -0.30)
            .with(METASTASES, -0.60);
    /** Log of the mean number of days, without complications. */
    static final OutcomeModel<ColorectalAdmission> STAY = of(1.55, 0.006, 0)
            .with(ASA, 0.03, 0.15, 0.30)
            .with(CHARLSON, 0.02)
            .with(LOCATION, -0.02, 0.20)
            .with(URGENCY, 0.30)
            .with(COMPLICATED, 0.05);
    /** Log of the mean number of days. */
    static final OutcomeModel<ColorectalAdmission> WAIT =
            of(3.25, 0, 0).with(ASA, 0.02, 0.08, 0.12).with(LOCATION, 0.00, 0.15);

    private ColorectalModels() {}

    private static OutcomeModel<ColorectalAdmission> of(double atReference, double perYear, double perSquaredYear) {
        return OutcomeModel.of(MIDDLE_AGE, atReference, perYear, perSquaredYear);
    }

    /** By the indicator that shows them. */
    static Map<String, OutcomeModel<ColorectalAdmission>> byIndicator() {
        var models = new LinkedHashMap<String, OutcomeModel<ColorectalAdmission>>();
        models.put("CRC-M30", DEATH);
        models.put("CRC-RAD", RADICAL);
        models.put("CRC-STOMA", STOMA);
        models.put("CRC-READM", READMISSION);
        models.put("CRC-LEAK", LEAK);
        models.put("CRC-QOL3", QUALITY_3M);
        models.put("CRC-QOL12", QUALITY_12M);
        models.put("CRC-MDT", DISCUSSED);
        models.put("CRC-NODES", NODES);
        models.put("CRC-WAIT", WAIT);
        models.put("CRC-LOS", STAY);
        return models;
    }
}
