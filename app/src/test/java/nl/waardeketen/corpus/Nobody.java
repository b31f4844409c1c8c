// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What must not be told: identifiers of patients, and the citizen service numbers that the corpus plants. */
final class Nobody {
    /** Made up; they pass the eleven-test. */
    static final List<String> PLANTED = List.of("123456782", "111222333");

    private Nobody() {}

    /** Holds none of them, with points, spaces or hyphens in it or without. */
    static void isKnownBy(String said, List<String> identifiers) {
        var plain = said.replaceAll("[ .-]", "");
        assertThat(PLANTED).as(said).noneMatch(plain::contains);
        assertThat(identifiers).as(said).noneMatch(plain::contains);
    }
}
