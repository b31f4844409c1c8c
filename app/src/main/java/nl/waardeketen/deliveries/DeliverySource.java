// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.nio.file.Path;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.concepts.OutcomeSet;

/**
 * A file to be delivered and how to read it.
 *
 * @param sender organisation that delivers it
 * @param registers whether organisations that are not known yet are taken in
 * @param description the mapping or package description, as text
 */
public record DeliverySource(
        Path file, OutcomeSet outcomeSet, String sender, boolean registers, DeliveryPlan plan, String description) {

    /** The file's name, without its folder. */
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
