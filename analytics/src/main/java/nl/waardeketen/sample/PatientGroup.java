// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A patient group of the sample: who comes, what becomes of them, how it is written, and what is true of it. */
interface PatientGroup<J extends Journey> {
    /** Of its outcome set. */
    String code();

    /** Of its outcome set. */
    String version();

    String title();

    /** The variables of the outcome set, in its order. */
    List<Column<J>> columns();

    /** The hospitals that deliver it, in the order of their codes. */
    List<Participant> participants(Hospitals hospitals, SampleSize size);

    /** How busy a day is, relative to the mean day. */
    double volume(LocalDate day);

    Arrivals<J> arrivals(List<Participant> participants, Person.Numbers numbers, Chance chance);

    /** What was done, in the order of time. */
    List<Activity> activities(Episode<J> episode);

    List<Measurement> measurements(Episode<J> episode);

    Product product(Episode<J> episode);

    /** The models from which outcomes are drawn, by the indicator that shows them. */
    Map<String, ? extends OutcomeModel<?>> models();

    /** What else is true of the models: their coefficients beside the case mix, and what terms mean. */
    TruthNotes notes();

    /** What the effects of hospitals bring about in other indicators. */
    List<Consequence> consequences(Participant participant, List<Episode<J>> episodes);

    /** Values that break a rule, under the name that the check of deliveries gives it. */
    List<PlantedErrors.Kind<J>> errors();

    /** Draws the next patient of a hospital. */
    @FunctionalInterface
    interface Arrivals<J extends Journey> {
        Episode<J> next(Participant participant, int day, int extracted);
    }
}
