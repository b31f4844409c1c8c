// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nl.waardeketen.Chromium;
import nl.waardeketen.access.Accounts;
import nl.waardeketen.commands.TestHome;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a data steward does: upload, look at the report, accept, take back; and what somebody of another hospital cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UploadStoryIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PASSWORD = "a-password-for-tests-only";
    private static final String OWN = "waterlinie";
    private static final String OTHER = "another";

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private Path[] delivered;

    private String report = "";

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        chromium = Chromium.open();
        var home = TestHome.shared();
        home.bean(Organisations.class)
                .register(List.of(
                        new Organisation(OWN, "Ziekenhuis De Waterlinie", "hospital", true),
                        new Organisation(OTHER, "Another", "hospital", true)));
        for (var organisation : List.of(OWN, OTHER)) {
            home.bean(Accounts.class).create("steward-" + organisation, organisation, "S. Bouwman", PASSWORD);
        }
        SampleRegion.write(folder, new SampleSize(3, 2, 60, 1, "2026Q3", true));
        try (var packages = Files.list(folder)) {
            var own = packages.filter(each -> each.getFileName().toString().startsWith(OWN))
                    .sorted()
                    .toList();
            try (var files = Files.list(own.get(0))) {
                delivered = files.sorted().toArray(Path[]::new);
            }
            breakOneRow(own.get(0).resolve("episode.csv"));
        }
    }

    private static void breakOneRow(Path file) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        var separator = lines.get(0).contains(";") ? ";" : ",";
        int sex = List.of(lines.get(0).split(separator)).indexOf("sex");
        assertThat(sex).isNotNegative();
        var row = lines.get(1).split(separator, -1);
        row[sex] = "7";
        lines.set(1, String.join(separator, row));
        Files.write(file, lines);
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    private Page signedIn(String organisation, int width) {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, 900))
                .newPage();
        page.navigate(TestHome.shared().pages() + "sign-in");
        page.getByLabel("Account").fill("steward-" + organisation);
        page.getByLabel("Wachtwoord").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aanmelden"))
                .click();
        return page;
    }

    private static void looks(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getTarget())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    @Order(1)
    void goesOnAfterABrokenConnectionAndShowsTheReport() {
        var page = signedIn(OWN, 1440);
        page.navigate(TestHome.shared().pages() + "deliveries");
        looks(page, "deliveries-empty-nl-1440");
        var broken = new AtomicInteger();
        page.route(Pattern.compile(".*/uploads/.+/\\d+\\?offset.*"), route -> {
            if (broken.getAndIncrement() == 0) {
                route.abort();
            } else {
                route.resume();
            }
        });

        page.getByLabel("Kies de bestanden").setInputFiles(delivered);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bestanden versturen"))
                .click();

        assertThat(page.locator("main")).containsText("rijen kunnen mee", new ContainsTextOptions().setTimeout(60_000));
        assertThat(broken.get()).isGreaterThan(1);
        report = page.url();
        looks(page, "report-nl-1440");
        page.setViewportSize(390, 900);
        page.navigate(report + "?lang=en");
        looks(page, "report-en-390");
    }

    @Test
    @Order(2)
    void showsTheRowsOfOneRule() {
        var page = signedIn(OWN, 1440);
        page.navigate(report + "?lang=nl");

        page.locator(".wk-problems a").first().click();

        assertThat(page.locator(".wk-kept tbody tr").first()).isVisible();
        looks(page, "report-rows-nl-1440");
        assertThat(page.request().get(report + "/problems.csv").text()).contains("severity,table");
        assertThat(page.request().get(report + "/quarantine-episode.csv").text())
                .contains("reasons");
        assertThat(page.request().get(report + "/report.json").text()).contains("\"problems\"");
    }

    @Test
    @Order(3)
    void showsNothingToSomebodyOfAnotherOrganisation() {
        var page = signedIn(OTHER, 1440);
        var address = report;

        for (var path : List.of("", "/problems.csv", "/quarantine-episode.csv", "/report.json", "/report.html")) {
            assertThat(page.request().get(address + path).status()).as(path).isEqualTo(404);
        }
        page.navigate(TestHome.shared().pages() + "deliveries");
        var token = page.locator("form.wk-upload input[name=_csrf]").inputValue();
        var form = FormData.create().set("reason", "mine now").set("threshold", "broken.episode");
        for (var path : List.of("/accept", "/withdraw", "/thresholds")) {
            var answer = page.request()
                    .post(
                            address + path,
                            RequestOptions.create()
                                    .setHeader("X-CSRF-TOKEN", token)
                                    .setForm(form));
            assertThat(answer.status()).as(path).isEqualTo(404);
        }
        assertThat(page.request().post(address + "/accept").status()).isEqualTo(403);
    }

    @Test
    @Order(4)
    void landsWhatIsAcceptedAndTakesItBack() {
        var page = signedIn(OWN, 1440);
        page.navigate(report);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("anvaarden")))
                .click();

        assertThat(page.locator(".wk-heading")).containsText("Geland", timeout());
        page.navigate(TestHome.shared().pages() + "deliveries");
        assertThat(page.locator(".wk-stack")).containsText("Geland");
        looks(page, "deliveries-nl-1440");
        page.setViewportSize(390, 900);
        page.navigate(TestHome.shared().pages() + "deliveries?lang=en");
        looks(page, "deliveries-en-390");
        page.navigate(report + "?lang=nl");
        page.getByLabel("Reden").fill("Verkeerde periode");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aanlevering intrekken"))
                .click();
        assertThat(page.locator("main")).containsText("Verkeerde periode");
        assertThat(page.locator(".wk-heading")).containsText("Ingetrokken");
    }

    /** Every third row is broken, which is more than the set allows. */
    private static void breakManyRows(Path file) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = 1; i < lines.size(); i += 3) {
            lines.set(i, lines.get(i).replaceFirst("\\b(2026)-", "$1/x/"));
        }
        Files.write(file, lines);
    }

    @Test
    @Order(5)
    void judgesAgainByAnotherThreshold() throws IOException {
        for (var file : delivered) {
            if (file.endsWith("episode.csv")) {
                breakManyRows(file);
            }
        }
        var page = signedIn(OWN, 1440);
        page.navigate(TestHome.shared().pages() + "deliveries");
        page.getByLabel("Kies de bestanden").setInputFiles(delivered);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bestanden versturen"))
                .click();
        assertThat(page.locator("#thresholds")).containsText("voorbij de grens", timeout());
        looks(page, "report-failed-nl-1440");
        page.setViewportSize(390, 900);
        page.navigate(page.url() + "?lang=en");
        looks(page, "report-failed-en-390");
        page.setViewportSize(1440, 900);
        page.navigate(page.url().replace("lang=en", "lang=nl"));

        for (var table : List.of("episode", "activity", "measurement", "product")) {
            page.locator("#thresholds summary").click();
            page.locator("#threshold").selectOption("broken." + table);
            page.getByLabel("Nieuwe grens").fill("100");
            page.getByLabel("Waarom").fill("Nieuw dossier");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("opnieuw beoordelen")))
                    .click();
        }

        assertThat(page.locator(".wk-answer").first()).containsText("kunnen mee");
        assertThat(page.locator("#thresholds")).containsText("Nieuw dossier");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("anvaarden"))))
                .isVisible();
        looks(page, "report-judged-again-nl-1440");
    }

    private static ContainsTextOptions timeout() {
        return new ContainsTextOptions().setTimeout(60_000);
    }
}
