// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files to be kept by the viewer. */
final class Downloads {
    private Downloads() {}

    static ResponseEntity<byte[]> of(String name, String type, String text) {
        return of(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> of(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
