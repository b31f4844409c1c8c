// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.deliveries.OwnDeliveries;
import nl.waardeketen.deliveries.Withdrawal;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.uploads.DeliveriesPage.Template;
import nl.waardeketen.uploads.DueRow.Covering;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DeliveriesController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int QUARTERS = 5;

    private final Uploads uploads;
    private final OwnDeliveries own;
    private final OutcomeSets outcomeSets;
    private final Organisations organisations;
    private final CoveredQuarters covered;
    private final UploadSettings settings;
    private final Clock clock;

    DeliveriesController(
            Uploads uploads,
            OwnDeliveries own,
            OutcomeSets outcomeSets,
            Organisations organisations,
            CoveredQuarters covered,
            UploadSettings settings,
            Clock clock) {
        this.uploads = uploads;
        this.own = own;
        this.outcomeSets = outcomeSets;
        this.organisations = organisations;
        this.covered = covered;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/deliveries")
    String deliveries(Viewer viewer, Locale locale, Model model) {
        var all = uploads.all();
        var deliveries = own.history();
        var withdrawn = own.withdrawals().stream().map(Withdrawal::delivery).collect(Collectors.toSet());
        var sets = sets(all, deliveries);
        var titles = new HashMap<String, String>();
        sets.forEach(set -> titles.put(set.code(), set.title().in(locale)));
        var due = due(sets, deliveries, withdrawn, locale);
        var history = HistoryRow.of(all, deliveries, withdrawn, titles, locale);
        model.addAttribute("page", DeliveriesPage.of(viewer, due, all, templates(locale), history, Numbers.in(locale)));
        model.addAttribute("part", Uploads.PART);
        model.addAttribute(
                "most", Numbers.in(locale).count((double) settings.most().toMegabytes()));
        return "uploads/deliveries";
    }

    private List<Template> templates(Locale locale) {
        return outcomeSets.all().stream()
                .map(set -> new Template(set.code(), set.title().in(locale), set.version()))
                .toList();
    }

    /** Of the groups in which the organisation takes part. */
    private List<OutcomeSet> sets(List<Upload> all, List<Delivery> deliveries) {
        var groups = new TreeSet<>(organisations.groups());
        deliveries.forEach(delivery -> groups.add(delivery.outcomeSet()));
        all.forEach(upload -> Optional.ofNullable(upload.outcomeSet()).ifPresent(groups::add));
        var sets = new ArrayList<OutcomeSet>();
        for (var group : groups) {
            try {
                sets.add(outcomeSets.newest(group));
            } catch (NotFound e) {
                // Agreed upon before anybody delivered; nothing is known to be due yet.
            }
        }
        return sets;
    }

    private List<DueRow> due(List<OutcomeSet> sets, List<Delivery> deliveries, Set<UUID> withdrawn, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var rows = new ArrayList<DueRow>();
        for (var set : sets) {
            var counting = deliveries.stream()
                    .filter(delivery -> delivery.outcomeSet().equals(set.code()))
                    .filter(delivery ->
                            HistoryRow.ended(delivery, deliveries, withdrawn).equals("LANDED"))
                    .map(delivery -> new Covering(delivery, covered.of(delivery, set)))
                    .toList();
            rows.add(DueRow.of(set, DueDates.quarters(today, QUARTERS), counting, today, new DueWords(locale)));
        }
        return rows;
    }
}
