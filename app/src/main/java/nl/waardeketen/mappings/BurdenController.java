// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.mappings.Burden.Volume;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.web.CsvText;
import nl.waardeketen.web.Viewer;
import nl.waardeketen.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/deliveries/burden")
class BurdenController {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final OutcomeSets outcomeSets;
    private final Deliveries deliveries;
    private final MessageSource messages;
    private final Clock clock;

    BurdenController(OutcomeSets outcomeSets, Deliveries deliveries, MessageSource messages, Clock clock) {
        this.outcomeSets = outcomeSets;
        this.deliveries = deliveries;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam @Nullable String group, Viewer viewer, Locale locale, Model model) {
        model.addAttribute("page", burden(group, viewer, locale));
        return "mappings/burden";
    }

    private Burden burden(@Nullable String group, Viewer viewer, Locale locale) {
        var sets = outcomeSets.all();
        var set = chosen(sets, group);
        return Burden.of(set, volume(set, viewer), sets, locale);
    }

    private static OutcomeSet chosen(List<OutcomeSet> sets, @Nullable String group) {
        return sets.stream()
                .filter(set -> group == null || set.code().equals(group))
                .findFirst()
                .orElseThrow(() -> new NotFound("outcome-set.none", String.valueOf(group), ""));
    }

    private Volume volume(OutcomeSet set, Viewer viewer) {
        var since = clock.instant().minus(A_YEAR);
        var year = deliveries.all(set.code()).stream()
                .filter(delivery -> delivery.receivedAt().isAfter(since))
                .toList();
        return Volume.of(year, viewer.organisation());
    }

    @GetMapping("/unused.csv")
    ResponseEntity<byte[]> unused(@RequestParam String group, Viewer viewer, Locale locale) {
        var burden = burden(group, viewer, locale);
        var words = new Wording(messages, locale);
        var table = new CsvText(List.of("outcome_set", "variable", "title", "required", "indicators", "reason"));
        for (var field : burden.unused()) {
            var reason = field.reason();
            table.row(List.of(
                    burden.group(),
                    field.code(),
                    field.title(),
                    field.required(),
                    field.indicators(),
                    reason == null ? "" : words.of(reason)));
        }
        return Downloads.of(burden.group() + "-unused-fields.csv", "text/csv", table.bytes());
    }
}
