// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Pages that go about as one file: style inside, no script, no server needed to make or to read them. */
public final class SingleFile {
    private SingleFile() {}

    /**
     * Makes one.
     *
     * @param template its name among the templates; it finds {@code page}, {@code words} and {@code style}
     * @param style its name among the styles
     */
    public static String html(String template, String style, Object page, Locale locale) throws IOException {
        var resolver = new ClassLoaderTemplateResolver(SingleFile.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages());
        var context = new Context(locale);
        context.setVariable("page", page);
        context.setVariable("words", wording(locale));
        context.setVariable("style", style(style));
        return engine.process(template, context);
    }

    /** The bundles, for those who have no server. */
    public static Wording wording(Locale locale) {
        return new Wording(messages(), locale);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String style(String name) throws IOException {
        try (InputStream stream = SingleFile.class.getResourceAsStream("/static/css/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
