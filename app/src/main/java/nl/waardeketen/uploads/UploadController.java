// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.Refused;
import nl.waardeketen.uploads.Uploads.Announced;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

@Controller
@RequestMapping("/deliveries/uploads")
class UploadController {
    private final Uploads uploads;
    private final CheckJobs jobs;
    private final MessageSource messages;

    UploadController(Uploads uploads, CheckJobs jobs, MessageSource messages) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.messages = messages;
    }

    /** How much of each file is there, or why something was refused, or where to go on. */
    record Answer(
            @Nullable UUID id,
            List<Long> received,
            @Nullable String refusal,
            @Nullable String page) {
        static Answer of(Upload upload) {
            var received = upload.files().stream().map(UploadedFile::received).toList();
            return new Answer(upload.id(), received, null, null);
        }
    }

    /** The form as it works without script. */
    @PostMapping(params = "form")
    String whole(Viewer viewer, @RequestParam List<MultipartFile> files) throws IOException {
        var announced = new ArrayList<Announced>();
        files.forEach(file -> announced.add(new Announced(String.valueOf(file.getOriginalFilename()), file.getSize())));
        var upload = uploads.start(viewer, announced);
        for (int i = 0; i < files.size(); i++) {
            try (var stream = files.get(i).getInputStream()) {
                take(viewer, upload, i, stream);
            }
        }
        finish(viewer, upload.id(), List.of());
        return "redirect:/deliveries/" + upload.id();
    }

    private void take(Viewer viewer, Upload upload, int number, InputStream stream) throws IOException {
        long size = upload.files().get(number).size();
        for (long received = 0; received < size; ) {
            received =
                    uploads.append(viewer, upload.id(), number, received, "", new BoundedStream(stream, Uploads.PART));
        }
    }

    @PostMapping(params = "!form")
    ResponseEntity<Answer> start(
            Viewer viewer, @RequestParam List<String> name, @RequestParam List<Long> size, Locale locale) {
        return told(locale, () -> {
            if (name.size() != size.size()) {
                throw new Invalid("upload.empty");
            }
            var announced = new ArrayList<Announced>();
            for (int i = 0; i < name.size(); i++) {
                announced.add(new Announced(name.get(i), size.get(i)));
            }
            return Answer.of(uploads.start(viewer, announced));
        });
    }

    @GetMapping("/{id}")
    @ResponseBody
    Answer progress(@PathVariable UUID id) {
        return Answer.of(uploads.require(id));
    }

    @PutMapping("/{id}/{number}")
    ResponseEntity<Answer> part(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam long offset,
            @RequestHeader(name = "X-Part-SHA256", defaultValue = "") String sha256,
            InputStream bytes,
            Locale locale) {
        return told(locale, () -> {
            long received = uploads.append(viewer, id, number, offset, sha256, bytes);
            return new Answer(id, List.of(received), null, null);
        });
    }

    @PostMapping("/{id}/finish")
    ResponseEntity<Answer> finished(
            Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") List<String> digest, Locale locale) {
        return told(locale, () -> {
            if (!finish(viewer, id, digest)) {
                throw new Invalid("upload.damaged");
            }
            return new Answer(id, List.of(), null, "/deliveries/" + id);
        });
    }

    private boolean finish(Viewer viewer, UUID id, List<String> digests) {
        boolean same = uploads.finish(viewer, id, digests);
        if (same) {
            jobs.submit(uploads.require(id));
        }
        return same;
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id) {
        uploads.cancel(id);
        jobs.cancel(id);
        return "redirect:/deliveries";
    }

    /** The script is told why in words; the plain form leads to a page. */
    private ResponseEntity<Answer> told(Locale locale, Supplier<Answer> work) {
        try {
            return ResponseEntity.ok(work.get());
        } catch (Invalid | Refused e) {
            var words = messages.getMessage("refusal." + e.code(), e.arguments().toArray(), locale);
            return ResponseEntity.badRequest().body(new Answer(null, List.of(), words, null));
        }
    }
}
