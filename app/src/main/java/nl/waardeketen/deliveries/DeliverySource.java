// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.analytics.Threshold;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.home.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Files to be delivered and how to read them.
 *
 * @param sender organisation that delivers them
 * @param registers whether organisations that are not known yet are taken in
 * @param description the mapping or package description, as text
 * @param notes what a careful sender should know of the description
 * @param basis why it may be delivered, as it declares; or {@code null}
 */
public record DeliverySource(
        OutcomeSet outcomeSet,
        String sender,
        boolean registers,
        DeliveryPlan plan,
        String description,
        List<String> notes,
        @Nullable DeclaredBasis basis) {

    public DeliverySource {
        notes = List.copyOf(notes);
    }

    /** The same files, held to other thresholds. */
    DeliverySource heldTo(List<Threshold> thresholds) {
        return new DeliverySource(outcomeSet, sender, registers, plan.heldTo(thresholds), description, notes, basis);
    }

    /** Delivered variables that say to which period an episode belongs, and so tell the episodes of a patient apart. */
    List<Variable> periodDates() {
        return plan.table(TableDefinition.EPISODE)
                .flatMap(table -> table.variables().stream())
                .filter(variable -> outcomeSet.indicators().stream()
                        .anyMatch(indicator -> indicator.periodDate().equals(variable.code())))
                .toList();
    }

    /** Type by column of a table, as JSON. */
    String schema(String table) {
        return plan.table(table)
                .flatMap(each -> each.variables().stream())
                .map(variable -> "\"" + variable.code() + "\": \""
                        + variable.type().name().toLowerCase(Locale.ROOT) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Each file once, in the order of the tables. */
    List<Path> files() {
        return plan.tables().stream().map(TablePlan::file).distinct().toList();
    }

    /** Of one file its own; of several, of theirs together. */
    String sha256() throws IOException {
        var digests = Digests.sha256(files());
        return digests.size() == 1 ? digests.get(0) : Digests.sha256(String.join("\n", digests));
    }

    /** Names of the files, without their folders. */
    public String name() {
        return files().stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }
}
