// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.analytics.Period;

/**
 * Why the adjusted value of one organisation on one indicator differs from that of the release before, for all patients and
 * the period that pages open with. The four parts add up to the difference.
 *
 * @param before the value that was published
 * @param late what deliveries that came or were corrected since do to the patients of the earlier period
 * @param patients other patients: quarters that came in and went out
 * @param definition what a changed definition does; 0 where it is the same
 * @param model the standard of the new release in the place of the earlier one
 * @param after the value of the new release
 * @param patientsBefore patients with a known value in the earlier period, as published
 * @param patientsCorrected the same with what is delivered now
 * @param patientsAfter patients with a known value in the new release
 */
public record Change(
        String indicator,
        String organisation,
        Period from,
        Period to,
        double before,
        double late,
        double patients,
        double definition,
        double model,
        double after,
        long patientsBefore,
        long patientsCorrected,
        long patientsAfter) {}
