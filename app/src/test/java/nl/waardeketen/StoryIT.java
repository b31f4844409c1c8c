// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What somebody of a hospital does with the demo: sign in, see what stands out, look closer, sign out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT {
    @SuppressWarnings("NullAway.Init")
    private ServedProgram demo;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        chromium = Chromium.open();
        demo = ServedProgram.start(folder, "ready: ", "demo", "--port", "0");
    }

    @AfterAll
    void stop() {
        demo.close();
        chromium.close();
        assertThat(demo.exited()).as("the demo stopped when asked").isTrue();
    }

    private Page signedIn(int width) {
        var page = page(width, "nl-NL");
        page.navigate(demo.address());
        page.getByLabel("Account").fill(demo.said("Account:"));
        page.getByLabel("Wachtwoord").fill(demo.said("Password:"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aanmelden"))
                .click();
        return page;
    }

    private Page page(int width, String language) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900))
                .newPage();
    }

    @Test
    void leadsFromTheDoorToWhatStandsOut() {
        var page = signedIn(1440);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overzicht")))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Alle indicatoren"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Heupfractuur")))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delier tijdens de opname"))
                .first()
                .click();
        assertThat(page.locator("main")).containsText("Opvallend hoger dan verwacht");
        assertThat(page.locator("main")).containsText("Noorderkaap Ziekenhuis");
        assertThat(page.locator("main")).containsText("te weinig ziekenhuizen");
        accessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("main")).containsText("Noorderkaap Ziekenhuis");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        accessible(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(demo.address() + "sign-in?signed-out");
        page.navigate(demo.address() + "benchmark/hip-fracture");
        assertThat(page).hasURL(demo.address() + "sign-in");
    }

    @Test
    void fitsAPhone() {
        var page = signedIn(390);

        page.navigate(demo.address() + "benchmark/hip-fracture/HIP-DEL");

        accessible(page);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    void keepsTheDoorShutForAWrongPassword() {
        var page = page(1440, "nl-NL");
        page.navigate(demo.address() + "sign-in");
        page.getByLabel("Account").fill("demo");
        page.getByLabel("Wachtwoord").fill("not-the-password");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aanmelden"))
                .click();

        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        accessible(page);
    }

    @Test
    void answersNobodyWhoDidNotSignIn() {
        var request = chromium.playwright().request().newContext();

        for (var path :
                new String[] {"", "benchmark", "benchmark/hip-fracture", "benchmark/hip-fracture/results.csv"}) {
            var answer = request.get(demo.address() + path);
            assertThat(answer.url()).as(path).isEqualTo(demo.address() + "sign-in");
        }
    }

    private static void accessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
}
