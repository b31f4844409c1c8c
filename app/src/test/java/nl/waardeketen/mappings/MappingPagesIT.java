// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.Chromium;
import nl.waardeketen.access.Accounts;
import nl.waardeketen.commands.CommandLineInterface;
import nl.waardeketen.commands.TestHome;
import nl.waardeketen.home.Acting;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** An extract that nobody described becomes a mapping in the browser, which the command line then takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingPagesIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PASSWORD = "right-right-right-right";

    private final Path folder;
    private final List<String> complaints = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    private String root = "";
    private Path sample = Path.of("");

    MappingPagesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void open() throws IOException {
        chromium = Chromium.open();
        var home = TestHome.shared();
        root = "http://localhost:" + home.bean(Environment.class).getProperty("local.server.port");
        home.bean(Organisations.class)
                .register(List.of(
                        new Organisation("mapland", "Ziekenhuis Mapland", "hospital", true),
                        new Organisation("otherland", "Ziekenhuis Otherland", "hospital", true)));
        for (var organisation : List.of("mapland", "otherland")) {
            var name = "steward@" + organisation;
            Acting.as(
                    new Acting(organisation, name),
                    () -> home.bean(Accounts.class).create(name, organisation, "S. Bouwman", PASSWORD));
        }
        sample = MeasuredProposals.sample(folder);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private BrowserContext context(int width) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setAcceptDownloads(true));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("responded with a status of")) {
                complaints.add(message.text());
            }
        });
        context.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return context;
    }

    private Page signedIn(int width, String organisation) {
        var page = context(width).newPage();
        page.navigate(root + "/sign-in");
        page.fill("input[name=username]", "steward@" + organisation);
        page.fill("input[name=password]", PASSWORD);
        page.click("button[type=submit]");
        return page;
    }

    private void look(Page page, String name, String language, int width) {
        page.setViewportSize(width, 900);
        var address = page.url().replaceAll("[?&]lang=..", "").replaceAll("#.*", "");
        page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + language + "-" + width + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", name)
                .isEqualTo(width);
        // Rows are alike, and looking at hundreds takes minutes.
        var axe = new AxeBuilder(page)
                .exclude(List.of(".wk-small tbody tr:nth-child(n + 3)"))
                .exclude(List.of(".wk-mapping > li:nth-child(n + 8):not(.wk-state-LOOK):not(.wk-state-MISSING)"))
                .exclude(List.of(".wk-mapping option:nth-child(n + 3)"));
        assertThat(axe.analyze().getViolations())
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()))
                                .limit(3)
                                .toList())
                .as(name)
                .isEmpty();
        assertThat(complaints).as(name).isEmpty();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void makesAMappingOfAnExtractThatNobodyDescribed() throws IOException {
        var page = signedIn(1440, "mapland");
        page.navigate(root + "/deliveries/mapping");
        look(page, "mappings-none", "nl", 1440);
        var extract = DutchExtract.write(sample, folder.resolve("heupfracturen.csv"));
        page.setInputFiles("#files", extract);
        page.selectOption("#group", "hip-fracture");
        press(page, "Kolommen bekijken");
        assertThat(page.locator("main").textContent())
                .contains("30 van de 30 gegevens")
                .contains(DutchExtract.EVIL_NAME);
        var identifier = Files.readAllLines(extract).get(1).split(";", -1)[0];
        assertThat(page.content()).doesNotContain(identifier);
        look(page, "mapping", "nl", 1440);
        look(page, "mapping", "en", 390);

        page.navigate(page.url().replaceAll("lang=..", "lang=nl"));
        press(page, "Resultaat bekijken");
        assertThat(page.locator("#preview").textContent()).contains("rijen kunnen mee");
        assertThat(page.content()).doesNotContain(identifier);
        look(page, "mapping-preview", "nl", 1440);
        look(page, "mapping-preview", "nl", 390);
        press(page, "Vertaaltabel bewaren");
        assertThat(page.locator("main").textContent()).contains("Bewaard als versie 1.");
        look(page, "mappings-kept", "nl", 1440);

        var yaml = folder.resolve("mapping.yaml");
        page.waitForDownload(() -> page.click("a[href*='/saved/']")).saveAs(yaml);
        var err = new StringWriter();
        var out = new StringWriter();
        int code = CommandLineInterface.run(
                new PrintWriter(out), new PrintWriter(err), "check", extract.toString(), "--mapping", yaml.toString());
        assertThat(code).as(Files.readString(yaml) + out + err).isZero();

        nobodyElseSeesIt(page);
        noticesWhatChanged(page);
    }

    private void nobodyElseSeesIt(Page owner) {
        var address = owner.locator("a[href*='/saved/']").first().getAttribute("href");
        var other = signedIn(1440, "otherland");
        assertThat(other.request().get(root + address).status()).isEqualTo(404);
        other.navigate(root + "/deliveries/mapping");
        assertThat(other.locator("main").textContent()).contains("U hebt nog geen vertaaltabel");
        other.context().close();
    }

    private void noticesWhatChanged(Page page) throws IOException {
        var changed = DutchExtract.changed(sample, folder.resolve("heupfracturen-q4.csv"));
        page.navigate(root + "/deliveries/mapping?lang=nl");
        page.setInputFiles("#files", changed);
        page.selectOption("#group", "hip-fracture");
        press(page, "Kolommen bekijken");
        assertThat(page.locator("main").textContent())
                .contains("Het bestand is op")
                .contains("De kolom “Geslacht” is er niet meer; “Geslacht_patient” lijkt dezelfde te zijn.")
                .contains("De kolom “Osteoporose” is er niet meer")
                .contains("In “Zijde” staat een waarde die er niet eerder was: “Beide”.");
        look(page, "mapping-changed", "nl", 1440);
    }

    @Test
    void showsWhatRegisteringAsks() {
        var page = signedIn(1440, "mapland");
        page.navigate(root + "/deliveries/burden?group=hip-fracture");
        assertThat(page.locator("main").textContent()).contains("door geen enkele indicator gebruikt");
        look(page, "burden", "nl", 1440);
        look(page, "burden", "en", 390);
        var csv = page.request().get(root + "/deliveries/burden/unused.csv?group=hip-fracture");
        assertThat(csv.text()).contains("hip-fracture,").contains("outcome_set,variable");
    }
}
