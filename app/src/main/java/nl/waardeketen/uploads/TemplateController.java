// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.templates.TemplateArchive;
import nl.waardeketen.web.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What an organisation fills in to deliver a patient group, and what everything in it means. */
@Controller
@RequestMapping("/deliveries/template")
class TemplateController {
    private final OutcomeSets outcomeSets;

    TemplateController(OutcomeSets outcomeSets) {
        this.outcomeSets = outcomeSets;
    }

    @GetMapping("/{group:[a-z0-9-]+}.zip")
    ResponseEntity<byte[]> template(@PathVariable String group, Viewer viewer, Locale locale) throws IOException {
        var zip = TemplateArchive.zip(set(group), viewer.organisation(), locale);
        return file(group + "-template.zip", "application/zip", zip);
    }

    @GetMapping("/{group:[a-z0-9-]+}.html")
    ResponseEntity<byte[]> dictionary(@PathVariable String group, Locale locale) throws IOException {
        var html = TemplateArchive.dictionary(set(group), locale);
        return file(group + "-dictionary.html", "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private OutcomeSet set(String group) {
        return outcomeSets.all().stream()
                .filter(set -> set.code().equals(group))
                .findFirst()
                .orElseThrow(() -> new NotFound("outcome-set.none", group, ""));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
