// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.web.Viewer;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The real pages on made-up figures, without database and accounts: run it and look at http://localhost:8085. The viewer
 * is of a hospital in some of the groups; who comes to {@code /sign-in} or sends {@code anonymous=} is not signed in.
 */
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@ComponentScan("nl.waardeketen.web")
@Import({HomeController.class, GroupController.class, Selections.class, NavigationEntries.class})
class PagePreview {

    /** A viewer who is signed in by being there. */
    private record Visitor() implements Viewer, Principal {

        @Override
        public String getName() {
            return account();
        }

        @Override
        public String account() {
            return "m.terpstra";
        }

        @Override
        public String displayName() {
            return "M. Terpstra";
        }

        @Override
        public String organisation() {
            return MadeUpDoor.OWN;
        }

        @Override
        public String organisationName() {
            return "Ziekenhuis De Waterlinie";
        }
    }

    public static void main(String[] arguments) {
        start(arguments.length == 0 ? 8085 : Integer.parseInt(arguments[0]));
    }

    static ConfigurableApplicationContext start(int port) {
        var application = new SpringApplication(PagePreview.class);
        application.setLogStartupInfo(false);
        return application.run(
                "--server.port=" + port,
                "--waardeketen.web.region=Zorgregio Merenland",
                "--spring.main.banner-mode=off");
    }

    @Bean
    static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-20T09:41:00Z"), ZoneOffset.UTC);
    }

    @Bean
    static MadeUpDoor door() {
        return new MadeUpDoor();
    }

    @Bean
    static Benchmarking benchmarking(MadeUpDoor door) {
        return standIn(Benchmarking.class, door);
    }

    @Bean
    static OutcomeSets outcomeSets(MadeUpDoor door) {
        return standIn(OutcomeSets.class, door);
    }

    @Bean
    static Organisations organisations(MadeUpDoor door) {
        return standIn(Organisations.class, door);
    }

    /** An object of a class whose constructor is not called and whose methods are those of another. */
    private static <T> T standIn(Class<T> type, Object door) {
        var factory = new ProxyFactory();
        factory.setTargetClass(type);
        factory.setProxyTargetClass(true);
        factory.setOpaque(true);
        factory.addAdvice((MethodInterceptor) call -> {
            var method = door.getClass()
                    .getDeclaredMethod(
                            call.getMethod().getName(), call.getMethod().getParameterTypes());
            method.setAccessible(true);
            try {
                return method.invoke(door, call.getArguments());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return type.cast(factory.getProxy(type.getClassLoader()));
    }

    @Bean
    static Filter signIn() {
        return (request, response, chain) -> chain.doFilter(wrapped((HttpServletRequest) request), response);
    }

    private static HttpServletRequest wrapped(HttpServletRequest request) {
        if (request.getRequestURI().equals("/sign-in") || request.getParameter("anonymous") != null) {
            return request;
        }
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return new Visitor();
            }
        };
    }

    @Bean
    static WebMvcConfigurer pages() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addViewController("/sign-in").setViewName("access/sign-in");
                registry.addViewController("/empty").setViewName("benchmarking/empty");
                registry.addViewController("/broken").setViewName("no-such-template");
            }
        };
    }
}
