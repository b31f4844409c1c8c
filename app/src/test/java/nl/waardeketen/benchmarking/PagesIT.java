// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.waardeketen.Chromium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Every page in a browser: accessible, in both languages, on a screen and a phone, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry("home", "/"),
            Map.entry("groups", "/benchmark"),
            Map.entry("overview", "/benchmark/hip"),
            Map.entry("overview-notable", "/benchmark/hip?show=notable"),
            Map.entry("overview-wider", "/benchmark/colon"),
            Map.entry("overview-national", "/benchmark/heart"),
            Map.entry("overview-single", "/benchmark/rare"),
            Map.entry("indicator", "/benchmark/hip/delirium"),
            Map.entry("indicator-wider", "/benchmark/colon/stay"),
            Map.entry("indicator-composite", "/benchmark/hip/recovery"),
            Map.entry("indicator-few", "/benchmark/hip/wrong-side"),
            Map.entry("indicator-cost", "/benchmark/hip/cost"),
            Map.entry("indicator-unknown", "/benchmark/hip/co-management"),
            Map.entry("indicator-national", "/benchmark/heart/next-day"),
            Map.entry("overview-subgroup", "/benchmark/hip?subgroup=oldest"),
            Map.entry("indicator-subgroup", "/benchmark/colon/delirium?subgroup=oldest"),
            Map.entry("indicator-subgroup-few", "/benchmark/hip/delirium?subgroup=fit"),
            Map.entry("indicator-subgroup-none", "/benchmark/hip/quality-of-life?subgroup=fit"),
            Map.entry("indicator-pair", "/benchmark/pair/delirium"),
            Map.entry("indicator-single", "/benchmark/rare/delirium"),
            Map.entry("sign-in", "/sign-in?error"),
            Map.entry("empty", "/empty"),
            Map.entry("missing", "/benchmark/hip/nope"),
            Map.entry("forbidden", "/?anonymous=1"),
            Map.entry("fault", "/broken"));

    private static final Set<String> CORE = Set.of("home", "overview", "indicator", "sign-in");

    private @Nullable ConfigurableApplicationContext application;
    private @Nullable Chromium chromium;
    private final Map<String, BrowserContext> contexts = new HashMap<>();
    private String root = "";

    @BeforeAll
    void open() {
        chromium = Chromium.open();
        var running = PagePreview.start(0);
        application = running;
        root = "http://localhost:" + running.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    void close() {
        Optional.ofNullable(chromium).ifPresent(Chromium::close);
        Optional.ofNullable(application).ifPresent(ConfigurableApplicationContext::close);
    }

    /** How a page is looked at. */
    record Look(String page, String language, int width, ColorScheme colours) {

        String file() {
            return page + "-" + language + "-" + width + (colours == ColorScheme.DARK ? "-dark" : "") + ".png";
        }
    }

    /** Every page twice, so that both languages, widths and colours are seen; those that everybody sees, four times. */
    static Stream<Look> looks() {
        return ADDRESSES.keySet().stream()
                .sorted()
                .flatMap(page -> Stream.concat(
                        Stream.of(
                                new Look(page, "nl", 1440, ColorScheme.LIGHT),
                                new Look(page, "en", 390, ColorScheme.DARK)),
                        CORE.contains(page)
                                ? Stream.of(
                                        new Look(page, "nl", 390, ColorScheme.LIGHT),
                                        new Look(page, "en", 1440, ColorScheme.DARK))
                                : Stream.empty()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void showsAPageThatEverybodyCanUse(Look look) {
        var problems = new ArrayList<String>();
        try (var page = context(look).newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")
                        && !message.text().contains("the server responded with a status of")) {
                    problems.add(message.text());
                }
            });
            page.onPageError(problems::add);
            open(page, look);

            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(look.file()))
                    .setFullPage(true));
            assertThat(problems).as("what the browser complains of").isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of the page")
                    .isEqualTo(look.width());
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(rule -> rule.getId() + " "
                            + rule.getNodes().stream()
                                    .map(node -> String.valueOf(node.getTarget()))
                                    .toList())
                    .isEmpty();
        }
    }

    private void open(Page page, Look look) {
        var address = ADDRESSES.getOrDefault(look.page(), "/");
        page.navigate(root + address + (address.contains("?") ? "&" : "?") + "lang=" + look.language());
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("document.fonts.ready.then(() => true)");
        if (page.locator("[data-chart]").count() > 0) {
            page.waitForFunction("[...document.querySelectorAll('[data-chart]')].every(f => 'drawn' in f.dataset)");
        }
    }

    /** Looks of one kind share a browser's memory, so that it fetches each file once. */
    private BrowserContext context(Look look) {
        return contexts.computeIfAbsent(
                look.width() + " " + look.colours(),
                kind -> Objects.requireNonNull(chromium)
                        .browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(look.width(), 900)
                                .setColorScheme(look.colours())));
    }
}
