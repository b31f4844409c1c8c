// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** What happened to a patient with colorectal cancer; moments as in {@link Moments}, categories from 1. */
record ColorectalCourse(Before before, Operation operation, Specimen specimen, Recovery recovery, Quality quality) {

    /**
     * Up to the operation.
     *
     * @param pathology day of the result; after the operation for who is operated on in a hurry
     * @param first day of the first treatment
     */
    record Before(int pathology, int first, boolean discussed) {}

    /** Stoma 1 is none, 2 temporary, 3 permanent. */
    record Operation(int kind, int approach, int stoma) {
        static final int NO_STOMA = 1;
        static final int TEMPORARY = 2;
        static final int PERMANENT = 3;

        boolean joined() {
            return stoma != PERMANENT;
        }
    }

    /** What the pathologist finds; the margin in millimetres. */
    record Specimen(boolean radical, int depth, int margin, int nodes) {}

    /** Grade as by Clavien and Dindo, 0 for no complication. */
    record Recovery(boolean leak, int reintervention, int grade, int discharge, int readmission) {}

    /** Answers of the patient, each the sum of two answers from 1 to 7; days are NONE for who was not alive. */
    record Quality(int before, int day3, int after3, int day12, int after12) {}
}
