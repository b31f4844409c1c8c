// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
@RequestMapping("/deliveries/mapping")
class MappingController {
    private static final String LIST = "redirect:/deliveries/mapping";

    private final Mappings mappings;

    MappingController(Mappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping
    String list(@RequestParam @Nullable String group, Locale locale, Model model) {
        return list(group, List.of(), locale, model);
    }

    private String list(@Nullable String group, List<Problem> problems, Locale locale, Model model) {
        model.addAttribute("page", MappingsPage.of(mappings.groups(), mappings.saved(), group, problems, locale));
        return "mappings/list";
    }

    @PostMapping("/extract")
    String extract(
            Viewer viewer,
            @RequestParam String group,
            @RequestParam @Nullable UUID from,
            @RequestParam List<MultipartFile> files,
            Locale locale,
            Model model) {
        try {
            var extract = mappings.open(viewer.organisation(), group, files, Optional.ofNullable(from));
            return "redirect:/deliveries/mapping/work/" + extract.id();
        } catch (InvalidInput e) {
            return list(group, e.problems(), locale, model);
        }
    }

    @PostMapping("/document")
    String document(Viewer viewer, @RequestParam MultipartFile document, Locale locale, Model model) {
        try {
            var saved = mappings.bring(viewer, document);
            return LIST + "?saved=" + saved.version() + "&group=" + saved.group();
        } catch (InvalidInput e) {
            return list(null, e.problems(), locale, model);
        }
    }

    /** Where a page that told what was wrong is asked for again. */
    @GetMapping({"/extract", "/document"})
    String again() {
        return LIST;
    }

    @GetMapping("/work/{id}")
    String work(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean preview,
            Viewer viewer,
            Locale locale,
            Model model) {
        var extract = mappings.extract(viewer.organisation(), id);
        var begun = mappings.begin(extract, locale);
        var shown = preview ? mappings.preview(extract, begun.draft()) : null;
        model.addAttribute("page", EditorPage.of(extract, begun.draft(), begun.changes(), shown, locale));
        return "mappings/editor";
    }

    @PostMapping("/work/{id}")
    String change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, Viewer viewer) {
        var extract = mappings.extract(viewer.organisation(), id);
        var draft = new EditorForm(extract, fields).draft();
        mappings.keep(extract, draft);
        var todo = String.valueOf(fields.getFirst("do"));
        if (todo.equals("save") && mappings.preview(extract, draft).report() != null) {
            var saved = mappings.save(viewer, extract, draft);
            return LIST + "?saved=" + saved.version() + "&group=" + saved.group();
        }
        return "redirect:/deliveries/mapping/work/" + id + (todo.equals("update") ? "" : "?preview=true#preview");
    }

    @GetMapping("/saved/{id}/mapping.yaml")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        var saved = mappings.one(id);
        return Downloads.of(
                saved.group() + "-mapping-" + saved.version() + ".yaml", "application/yaml", saved.document());
    }
}
