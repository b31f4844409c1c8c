// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is registered, and for what. The expected uses were read from the outcome set by hand. */
class VariableUseTests {
    private static List<VariableUse> uses() throws IOException {
        return VariableUse.of(OutcomeSetFiles.bundled("hip-fracture").orElseThrow());
    }

    private static VariableUse use(String code) throws IOException {
        return uses().stream()
                .filter(use -> use.variable().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsAVariableInEveryPartOfAnIndicator() throws IOException {
        var dementia = use("dementia");

        assertThat(dementia.caseMix()).contains("HIP-DEL", "HIP-LOS").doesNotContain("HIP-TTS");
        assertThat(dementia.subgroups()).containsExactly("dementia");
        assertThat(dementia.measure()).isEmpty();
        assertThat(use("katz_3m").measure()).containsExactly("HIP-KATZ");
        assertThat(use("admission").periodDate())
                .hasSize(OutcomeSetFiles.bundled("hip-fracture")
                        .orElseThrow()
                        .indicators()
                        .size());
        assertThat(use("treatment").population()).contains("HIP-TTS", "HIP-REOP");
        assertThat(use("treatment").rules()).contains("surgery-without-treatment");
    }

    @Test
    void countsACompositeByItsParts() throws IOException {
        assertThat(use("delirium").measure()).contains("HIP-DEL", "HIP-UR");
    }

    @Test
    void namesWhatNothingUses() throws IOException {
        assertThat(uses())
                .filteredOn(VariableUse::isUnused)
                .extracting(use -> use.variable().code())
                .contains("side", "osteoporosis", "malnutrition")
                .doesNotContain("admission", "age", "death");
    }
}
