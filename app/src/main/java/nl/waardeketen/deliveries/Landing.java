// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.Problem;

/**
 * What became of something that was delivered.
 *
 * @param delivery what landed; empty when nothing did
 * @param problems all that were found; rows that have one are in quarantine if the delivery landed
 * @param notes what the sender should know of how it was read
 */
public record Landing(
        Outcome outcome,
        Optional<Delivery> delivery,
        long rows,
        long quarantined,
        List<Problem> problems,
        List<String> notes) {

    public Landing {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    static Landing alreadyThere(Delivery there) {
        return new Landing(
                Outcome.ALREADY_THERE, Optional.of(there), there.rows(), there.quarantined(), List.of(), List.of());
    }

    static Landing of(Outcome outcome, Optional<Delivery> delivery, CheckReport checked, List<Problem> problems) {
        return new Landing(outcome, delivery, checked.rows(), checked.quarantined(), problems, checked.notes());
    }

    /** The same, with something more that the sender should know. */
    Landing noting(String note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return new Landing(outcome, delivery, rows, quarantined, problems, more);
    }

    /** The same, of which some rows did not land because patients object. */
    Landing leavingOut(long objecting) {
        return objecting == 0 ? this : noting(objecting + " rows of patients who object have not landed.");
    }

    /** The same, with which a legal basis was entered. */
    Landing entering(Optional<DeclaredBasis> basis) {
        return basis.map(entered -> noting(entered.entered())).orElse(this);
    }

    /** How it ended. */
    public enum Outcome {
        LANDED,
        /** Some rows break a rule: they wait in quarantine, the others landed. */
        LANDED_WITH_QUARANTINE,
        /** The same file was delivered before; nothing was done. */
        ALREADY_THERE,
        /** Nothing landed. */
        REFUSED
    }
}
