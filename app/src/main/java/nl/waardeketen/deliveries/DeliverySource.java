// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.nio.file.Path;
import java.util.List;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.OutcomeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file to be delivered and how to read it.
 *
 * @param sender organisation that delivers it
 * @param registers whether organisations that are not known yet are taken in
 * @param description the mapping or package description, as text
 * @param basis why it may be delivered, as it declares; or {@code null}
 */
public record DeliverySource(
        Path file,
        OutcomeSet outcomeSet,
        String sender,
        boolean registers,
        DeliveryPlan plan,
        String description,
        @Nullable DeclaredBasis basis) {

    /** Delivered variables that say to which period an episode belongs, and so tell the episodes of a patient apart. */
    List<Variable> periodDates() {
        return plan.columns().stream()
                .map(DeliveryPlan.Column::variable)
                .filter(variable -> outcomeSet.indicators().stream()
                        .anyMatch(indicator -> indicator.periodDate().equals(variable.code())))
                .toList();
    }

    /** The file's name, without its folder. */
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
