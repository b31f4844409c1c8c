// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import nl.waardeketen.commands.TestHome;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.network.Organisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Signing in to accounts in the database of the shared home, with a clock that stands still until it is moved. */
class LockOutTests {
    private static final String ORGANISATION = "ward-of-accounts";
    private static final String PASSWORD = "right-right-right-right";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final MovedClock clock = new MovedClock();
    /** A light one, as many passwords are tried. */
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 64, 1);

    private final Accounts accounts = accounts();
    private final AuthenticationManager door = door();
    private final String name = "nurse" + NAMES.incrementAndGet();

    private Accounts accounts() {
        var home = TestHome.shared();
        var plain = new Accounts(home.bean(JdbcClient.class), home.bean(OnBehalf.class), encoder, clock);
        var proxied = new ProxyFactory(plain);
        proxied.setProxyTargetClass(true);
        proxied.addAdvice(new TransactionInterceptor(
                home.bean(TransactionManager.class), new AnnotationTransactionAttributeSource(false)));
        return (Accounts) Objects.requireNonNull(proxied.getProxy(getClass().getClassLoader()));
    }

    private AuthenticationManager door() {
        var signIn = new SignIn(accounts, TestHome.shared().bean(Organisations.class), clock);
        var provider = new DaoAuthenticationProvider(signIn);
        provider.setPasswordEncoder(encoder);
        var manager = new ProviderManager(provider);
        manager.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(event -> {
            if (event instanceof AuthenticationSuccessEvent success) {
                signIn.signedIn(success);
            } else if (event instanceof AuthenticationFailureBadCredentialsEvent failure) {
                signIn.failed(failure);
            }
        }));
        return manager;
    }

    @BeforeEach
    void createAccount() {
        assertThat(accounts.create(name, ORGANISATION, "Nurse", PASSWORD)).isTrue();
    }

    private static Account signIn(AuthenticationManager door, String name, String password) {
        var signedIn = door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
        return (Account) Objects.requireNonNull(signedIn.getPrincipal());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn(door, name, "wrong"));
        }
    }

    private void isLocked() {
        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> signIn(door, name, PASSWORD));
    }

    @Test
    void letsInWithTheRightPassword() {
        var account = signIn(door, " " + name.toUpperCase(Locale.ROOT) + " ", PASSWORD);

        assertThat(account.account()).isEqualTo(name);
        assertThat(account.organisation()).isEqualTo(ORGANISATION);
    }

    @Test
    void forgetsThePasswordOfWhomItLetIn() {
        assertThat(signIn(door, name, PASSWORD).getPassword()).isNull();
    }

    @Test
    void letsInAfterFourWrongPasswords() {
        fail(4);

        assertThat(signIn(door, name, PASSWORD).account()).isEqualTo(name);
    }

    @Test
    void locksAfterFiveWrongPasswords() {
        fail(5);

        isLocked();
    }

    @Test
    void staysLockedForAQuarterOfAnHour() {
        fail(5);
        clock.move(Duration.ofMinutes(15).minusSeconds(1));
        isLocked();

        clock.move(Duration.ofSeconds(1));

        assertThat(signIn(door, name, PASSWORD).account()).isEqualTo(name);
    }

    @Test
    void countsAnewAfterTheRightPassword() {
        fail(4);
        signIn(door, name, PASSWORD);
        fail(4);

        assertThat(signIn(door, name, PASSWORD).account()).isEqualTo(name);
    }

    @Test
    void locksAgainAfterFiveMore() {
        fail(5);
        clock.move(Duration.ofMinutes(15));
        fail(5);

        isLocked();
    }

    @Test
    void saysTheSameOfUnknownAccounts() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn(door, "nobody-of-this-name", PASSWORD));
    }

    @Test
    void locksThroughTheDoorOfTheRunningProgram() throws Exception {
        var running = Objects.requireNonNull(
                TestHome.shared().bean(AuthenticationConfiguration.class).getAuthenticationManager());
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn(running, name, "wrong"));
        }

        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> signIn(running, name, PASSWORD));
    }

    @Test
    void createsAnAccountOnce() {
        assertThat(accounts.create(name, ORGANISATION, "Other", "another password"))
                .isFalse();

        assertThat(signIn(door, name, PASSWORD).displayName()).isEqualTo("Nurse");
    }

    @Test
    void keepsNoPasswordAsItIs() throws SQLException {
        TestHome.shared().bean(Accounts.class).create(name + "-too", ORGANISATION, "Nurse", PASSWORD);

        try (var connection = TestHome.shared().as(ORGANISATION);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT password FROM access.account WHERE name = '" + name + "-too'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("$argon2id$").contains("m=19456,t=2,p=1");
        }
    }
}
