// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.LakeDelay;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TableReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How completely and how soon a delivery comes, which the anonymous comparison of others keeps. */
@Component
class DeliveredQuality {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final JdbcClient database;
    private final Clock clock;

    DeliveredQuality(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Median days between a date of the newest quarter and today, by variable. */
    Map<String, Double> delays(DeliverySource source, Path episodes, Scratch scratch) {
        var received = LocalDate.ofInstant(clock.instant(), ZONE);
        var delays = new LinkedHashMap<String, Double>();
        for (var date : source.periodDates()) {
            double days = LakeDelay.median(episodes, date, received, scratch);
            if (Double.isFinite(days)) {
                delays.put(date.code(), days);
            }
        }
        return delays;
    }

    /** Keeps hundredths of a share, and days, by measure. */
    void remember(Delivery delivery, List<TableReport> tables, Map<String, Double> delays) {
        for (var table : tables) {
            for (var variable : table.variables()) {
                if (table.rows() > 0) {
                    var measure = "complete " + table.table() + "." + variable.variable();
                    remember(delivery, measure, 100.0 * variable.given() / table.rows());
                }
            }
        }
        delays.forEach((variable, days) -> remember(delivery, "delay " + variable, days));
    }

    private void remember(Delivery delivery, String measure, double value) {
        Instant landed = delivery.receivedAt();
        database.sql(
                        "INSERT INTO deliveries.delivered_quality VALUES (:organisation, :delivery, :set, :landed, :measure,"
                                + " :value)")
                .param("organisation", delivery.organisation())
                .param("delivery", delivery.id())
                .param("set", delivery.outcomeSet())
                .param("landed", Timestamp.from(landed))
                .param("measure", measure)
                .param("value", value)
                .update();
    }
}
