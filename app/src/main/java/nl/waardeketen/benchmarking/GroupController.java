// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.Locale;
import nl.waardeketen.benchmarking.Selections.Asked;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.web.ChartJson;
import nl.waardeketen.web.Viewer;
import nl.waardeketen.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/benchmark/{group}")
class GroupController {
    private final Benchmarking benchmarking;
    private final Selections selections;
    private final MessageSource messages;

    GroupController(Benchmarking benchmarking, Selections selections, MessageSource messages) {
        this.benchmarking = benchmarking;
        this.selections = selections;
        this.messages = messages;
    }

    @GetMapping
    String overview(
            @PathVariable String group,
            Viewer viewer,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable String subgroup,
            @RequestParam @Nullable String organisation,
            @RequestParam @Nullable String show,
            Locale locale,
            Model model) {
        var asked = new Asked(viewer, period, subgroup, organisation, show, locale);
        model.addAttribute("page", selections.overview(benchmarking.release(group), asked));
        return "benchmarking/overview";
    }

    @GetMapping("/results.csv")
    ResponseEntity<byte[]> table(
            @PathVariable String group,
            Viewer viewer,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable String subgroup,
            @RequestParam @Nullable String organisation,
            @RequestParam @Nullable String show,
            Locale locale) {
        var page = selections.overview(
                benchmarking.release(group), new Asked(viewer, period, subgroup, organisation, show, locale));
        var shown = page.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(row -> row.reading().indicator().code())
                .toList();
        var selection = page.selection();
        var results = benchmarking.results(selection.release().id(), selection.period(), selection.subgroup()).stream()
                .filter(result -> shown.contains(result.indicator()))
                .toList();
        return csv(selection, group, results);
    }

    @GetMapping("/{indicator}")
    String indicator(
            @PathVariable String group,
            @PathVariable String indicator,
            Viewer viewer,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable String subgroup,
            @RequestParam @Nullable String organisation,
            Locale locale,
            Model model) {
        var release = benchmarking.release(group);
        var all = benchmarking.results(release.id(), indicator, "");
        var selection = selections.of(release, new Asked(viewer, period, subgroup, organisation, null, locale), all);
        var results = ofSubgroup(selection, indicator, all);
        var definition = selection
                .set()
                .indicator(indicator)
                .orElseThrow(() -> new NotFound("indicator.unknown", indicator, group));
        var parts = definition.parts().isEmpty()
                ? List.<Result>of()
                : benchmarking.results(release.id(), selection.period(), selection.subgroup());
        var page =
                IndicatorPage.of(selection, definition, results, parts, benchmarking.changes(release.id(), indicator));
        var words = new Wording(messages, locale);
        model.addAttribute("page", page);
        if (page.funnel() != null) {
            model.addAttribute("funnel", ChartJson.of(page.funnel().option(words)));
        }
        if (page.trend() != null) {
            model.addAttribute("trend", ChartJson.of(page.trend().option(words)));
        }
        return "benchmarking/indicator";
    }

    @GetMapping("/{indicator}/results.csv")
    ResponseEntity<byte[]> table(
            @PathVariable String group,
            @PathVariable String indicator,
            Viewer viewer,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable String subgroup,
            @RequestParam @Nullable String organisation,
            Locale locale) {
        var release = benchmarking.release(group);
        var all = benchmarking.results(release.id(), indicator, "");
        var selection = selections.of(release, new Asked(viewer, period, subgroup, organisation, null, locale), all);
        var results = ofSubgroup(selection, indicator, all);
        var current = results.stream()
                .filter(result -> result.period().equals(selection.period()))
                .toList();
        return csv(selection, group + "-" + indicator, current);
    }

    private List<Result> ofSubgroup(Selection selection, String indicator, List<Result> all) {
        return selection.subgroup().isEmpty()
                ? all
                : benchmarking.results(selection.release().id(), indicator, selection.subgroup());
    }

    private static ResponseEntity<byte[]> csv(Selection selection, String name, List<Result> results) {
        var file = ContentDisposition.attachment()
                .filename(name + (selection.subgroup().isEmpty() ? "" : "-" + selection.subgroup()) + "-"
                        + selection.period() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(ResultsCsv.of(selection, results));
    }
}
