// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.waardeketen.home.Acting;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountCommandTests {
    private static final Pattern PASSWORD = Pattern.compile("password (\\S+) ");

    @BeforeAll
    static void enterAHospital() {
        Acting.as(RunningHome.hub("test"), () -> {
            TestHome.shared()
                    .bean(Organisations.class)
                    .register(List.of(new Organisation("doorway", "Ziekenhuis Doorway", "hospital", true)));
            return "";
        });
    }

    private static AdjustRun account(String... arguments) {
        var all = new ArrayList<>(List.of("account"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", TestHome.shared().path().toString()));
        return AdjustRun.command(all.toArray(String[]::new));
    }

    private static String password(AdjustRun run) {
        var found = PASSWORD.matcher(run.out());
        assertThat(found.find()).as(run.out() + run.err()).isTrue();
        return found.group(1);
    }

    private static boolean opens(String name, String password) {
        var kept = TestHome.shared()
                .bean(UserDetailsService.class)
                .loadUserByUsername(name)
                .getPassword();
        return TestHome.shared().bean(PasswordEncoder.class).matches(password, kept);
    }

    @Test
    void givesAPasswordThatOpens() {
        var password = password(account("first@doorway", "--organisation", "doorway"));

        assertThat(opens("first@doorway", password)).isTrue();
        assertThat(opens("first@doorway", password + "x")).isFalse();
    }

    @Test
    void replacesAPassword() {
        var old = password(account("second@doorway", "--organisation", "doorway"));

        var renewed = password(account("second@doorway", "--new-password"));

        assertThat(opens("second@doorway", renewed)).isTrue();
        assertThat(opens("second@doorway", old)).isFalse();
    }

    @Test
    void leavesAnAccountThatIsThereAsItIs() {
        var password = password(account("third@doorway", "--organisation", "doorway"));

        var again = account("third@doorway", "--organisation", "doorway");

        assertThat(again.exitCode()).isEqualTo(ExitCode.INPUT_HAS_PROBLEMS);
        assertThat(again.err()).contains("[account.taken]");
        assertThat(opens("third@doorway", password)).isTrue();
    }

    @Test
    void knowsOrganisationsAndAccounts() {
        assertThat(account("fourth", "--organisation", "nowhere").err()).contains("[organisation.unknown]");
        assertThat(account("nobody", "--new-password").err()).contains("[account.unknown]");
        assertThat(account("fifth").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(account("a b", "--organisation", "doorway").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
