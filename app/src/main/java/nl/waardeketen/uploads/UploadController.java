// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.Refusal;
import nl.waardeketen.uploads.Uploads.Announced;
import nl.waardeketen.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

    UploadController(Uploads uploads, CheckJobs jobs) {
        this.uploads = uploads;
        this.jobs = jobs;
    }

    /** How much of each file is there. */
    record Progress(UUID id, List<Long> received) {
        static Progress of(Upload upload) {
            return new Progress(
                    upload.id(),
                    upload.files().stream().map(UploadedFile::received).toList());
        }
    }

    /** What became of a part, or why it was refused. */
    record Answer(
            long received,
            @Nullable String refusal,
            @Nullable String page) {}

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
    @ResponseBody
    Progress start(Viewer viewer, @RequestParam List<String> name, @RequestParam List<Long> size) {
        if (name.size() != size.size()) {
            throw new Invalid("upload.empty");
        }
        var announced = new ArrayList<Announced>();
        for (int i = 0; i < name.size(); i++) {
            announced.add(new Announced(name.get(i), size.get(i)));
        }
        return Progress.of(uploads.start(viewer, announced));
    }

    @GetMapping("/{id}")
    @ResponseBody
    Progress progress(@PathVariable UUID id) {
        return Progress.of(uploads.require(id));
    }

    @PutMapping("/{id}/{number}")
    @ResponseBody
    Answer part(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam long offset,
            @RequestHeader(name = "X-Part-SHA256", defaultValue = "") String sha256,
            HttpServletRequest request)
            throws IOException {
        return new Answer(uploads.append(viewer, id, number, offset, sha256, request.getInputStream()), null, null);
    }

    @PostMapping("/{id}/finish")
    @ResponseBody
    Answer finished(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") List<String> digest) {
        return finish(viewer, id, digest)
                ? new Answer(0, null, "/deliveries/" + id)
                : new Answer(0, "upload.damaged", null);
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

    /** What the script is told; the plain form leads to a page. */
    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        if (!"fetch".equals(request.getHeader("X-Requested-With"))) {
            throw refusal;
        }
        var status = refusal instanceof Invalid ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT;
        return ResponseEntity.status(status).body(new Answer(0, refusal.code(), null));
    }
}
