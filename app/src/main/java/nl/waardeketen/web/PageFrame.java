// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.waardeketen.web.Frame.Item;
import nl.waardeketen.web.Frame.Language;
import nl.waardeketen.web.Stop.Track;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts around a page what stands around every page. */
@Component
class PageFrame {
    private final List<NavigationEntry> entries;
    private final MessageSource messages;
    private final WebSettings settings;

    PageFrame(List<NavigationEntry> entries, MessageSource messages, WebSettings settings) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(NavigationEntry::stop))
                .toList();
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * Adds to the model what the templates need of it.
     *
     * @param page address of the page, with its query
     */
    void addTo(ModelMap model, HttpServletRequest request, Locale locale, String page) {
        var address = UriComponentsBuilder.fromUriString(page).build();
        var path = address.getPath() == null ? "/" : address.getPath();
        model.addAttribute(
                "frame",
                new Frame(
                        Viewers.of(request).orElse(null),
                        settings.region(),
                        path,
                        items(Track.HOME, path),
                        items(Track.LINE, path),
                        items(Track.BESIDE, path),
                        languages(page, locale)));
        model.addAttribute("words", new Wording(messages, locale));
    }

    /** The address that the viewer sees, without the application's own path. */
    static String address(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private List<Item> items(Track track, String path) {
        return entries.stream()
                .filter(entry -> entry.stop().track() == track)
                .map(entry -> new Item(entry.stop().name(), entry.path(), leadsTo(entry.path(), path)))
                .toList();
    }

    private static boolean leadsTo(String path, String page) {
        return page.equals(path) || (!path.equals("/") && page.startsWith(path + "/"));
    }

    private static List<Language> languages(String page, Locale locale) {
        var chosen = locale.getLanguage().equals("en") ? "en" : "nl";
        return Stream.of("nl", "en")
                .map(tag -> new Language(
                        tag,
                        UriComponentsBuilder.fromUriString(page)
                                .replaceQueryParam("lang", tag)
                                .build()
                                .toUriString(),
                        tag.equals(chosen)))
                .toList();
    }
}
