// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.benchmarking.Selections.Asked;
import nl.waardeketen.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class HomeController {
    private final Benchmarking benchmarking;
    private final Selections selections;
    private final Clock clock;

    HomeController(Benchmarking benchmarking, Selections selections, Clock clock) {
        this.benchmarking = benchmarking;
        this.selections = selections;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Viewer viewer, Locale locale, Model model) {
        return groups("benchmarking/home", viewer, locale, model);
    }

    @GetMapping("/benchmark")
    String benchmark(Viewer viewer, Locale locale, Model model) {
        var releases = benchmarking.latest();
        if (releases.size() == 1) {
            var group = releases.get(0).group();
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/benchmark")
                            .pathSegment(group)
                            .build()
                            .encode()
                            .toUriString();
        }
        return groups("benchmarking/groups", viewer, locale, model);
    }

    private String groups(String view, Viewer viewer, Locale locale, Model model) {
        var releases = benchmarking.latest();
        List<OverviewPage> groups = releases.stream()
                .filter(selections::seesSome)
                .map(release -> selections.overview(release, new Asked(viewer, null, null, null, null, locale)))
                .sorted(Comparator.comparing(group -> group.selection().title()))
                .toList();
        model.addAttribute("unseen", !releases.isEmpty());
        model.addAttribute("page", HomePage.of(viewer, groups, clock.instant(), locale));
        return groups.isEmpty() ? "benchmarking/empty" : view;
    }
}
