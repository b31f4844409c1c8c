// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** Argon2id with the parameters that OWASP's password storage guide gives as least. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BoundedEncoder(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Web {

        @Bean
        SecurityFilterChain pages(HttpSecurity security) {
            return security.authorizeHttpRequests(requests -> requests.requestMatchers(
                                    "/sign-in",
                                    "/css/**",
                                    "/js/**",
                                    "/vendor/**",
                                    "/icons.svg",
                                    "/favicon.svg",
                                    "/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .formLogin(form -> form.loginPage("/sign-in").permitAll())
                    .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                    .addFilterBefore(new ActingFilter(), AuthorizationFilter.class)
                    .build();
        }
    }
}
