// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.nio.file.Path;
import java.util.List;
import nl.waardeketen.analytics.Compared;
import nl.waardeketen.analytics.LakeQuarters;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TableReport;
import nl.waardeketen.home.OnBehalf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the newest delivery of a sender held, beside the one that comes now. */
@Component
class EarlierDelivery {
    private static final int FEWEST = 50;

    private final Lake lake;
    private final DeliveryRecords records;
    private final OnBehalf onBehalf;

    EarlierDelivery(Lake lake, DeliveryRecords records, OnBehalf onBehalf) {
        this.lake = lake;
        this.records = records;
        this.onBehalf = onBehalf;
    }

    /**
     * Compares what the check counted.
     *
     * @param episodes the file of the episodes that come now
     * @return nothing when this is the sender's first delivery of the patient group
     */
    @Transactional(readOnly = true)
    public List<Compared> beside(DeliverySource source, List<TableReport> tables, Path episodes, Scratch scratch) {
        onBehalf.of(source.sender());
        var deliveries = records.of(source.outcomeSet().code()).stream()
                .filter(EarlierDelivery::isWhole)
                .toList();
        if (deliveries.isEmpty()) {
            return List.of();
        }
        var before = deliveries.get(deliveries.size() - 1);
        var held = records.report(before.id()).map(CheckReportJson::tables).orElse(List.of());
        int then = before.episodes()
                .map(lake::file)
                .map(file -> quarters(source, file, scratch))
                .orElse(0);
        return Compared.of(tables, quarters(source, episodes, scratch), held, then);
    }

    /** Rows that were repaired and sent alone are no delivery to compare with. */
    private static boolean isWhole(Delivery delivery) {
        return delivery.rows() >= FEWEST;
    }

    private static int quarters(DeliverySource source, Path episodes, Scratch scratch) {
        return source.periodDates().stream()
                .findFirst()
                .map(date -> LakeQuarters.of(episodes, date, scratch).size())
                .orElse(0);
    }
}
