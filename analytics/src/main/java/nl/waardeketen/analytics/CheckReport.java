// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the check of a delivery found.
 *
 * @param tables in the order of the plan
 * @param problems the first places of each rule and column
 * @param notes what a careful sender should know of how the files were read
 * @param organisations whose rows can land, by code
 */
public record CheckReport(
        List<TableReport> tables,
        List<Problem> problems,
        List<String> notes,
        List<DeliveredOrganisation> organisations) {

    public CheckReport {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        organisations = List.copyOf(organisations);
    }

    /** How a check ends. */
    public enum Outcome {
        PASS,
        /** Some rows break a rule; the others can land. */
        PASS_WITH_QUARANTINE,
        /** Nothing can land. */
        FAIL
    }

    public Outcome outcome() {
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.STOP)) {
            return Outcome.FAIL;
        }
        return quarantined() > 0 ? Outcome.PASS_WITH_QUARANTINE : Outcome.PASS;
    }

    /** The same, with these problems in the place of its own. */
    public CheckReport with(List<Problem> all) {
        return new CheckReport(tables, all, notes, organisations);
    }

    /** The same, with more that the sender should know. */
    public CheckReport noting(List<String> more) {
        return new CheckReport(
                tables, problems, Stream.concat(notes.stream(), more.stream()).toList(), organisations);
    }

    public long rows() {
        return tables.stream().mapToLong(TableReport::rows).sum();
    }

    public long quarantined() {
        return tables.stream().mapToLong(TableReport::quarantined).sum();
    }
}
