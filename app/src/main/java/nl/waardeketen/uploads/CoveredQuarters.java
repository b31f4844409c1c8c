// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.waardeketen.analytics.LakeQuarters;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.shared.Refused;
import org.springframework.stereotype.Component;

/** From which quarters a delivery has episodes. It never changes, so that it is looked up once. */
@Component
class CoveredQuarters {
    private final Deliveries deliveries;
    private final HomeFolder home;
    private final Map<UUID, List<Period>> known = new ConcurrentHashMap<>();

    CoveredQuarters(Deliveries deliveries, HomeFolder home) {
        this.deliveries = deliveries;
        this.home = home;
    }

    /** None where its file is no longer what was landed. */
    List<Period> of(Delivery delivery, OutcomeSet set) {
        return known.computeIfAbsent(delivery.id(), id -> look(delivery, set));
    }

    private List<Period> look(Delivery delivery, OutcomeSet set) {
        var date = DueDates.periodDate(set);
        if (date.isEmpty()) {
            return List.of();
        }
        try (var scratch = Scratch.inside(home.staging())) {
            var file = deliveries.files(List.of(delivery)).get(0);
            return LakeQuarters.of(file, date.get().variable(), scratch);
        } catch (Refused e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
