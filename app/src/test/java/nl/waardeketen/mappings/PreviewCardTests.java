// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Table;
import nl.waardeketen.uploads.ProblemGroup;
import nl.waardeketen.web.SingleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a mapping tells of a mapping that cannot be followed yet. */
class PreviewCardTests {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void namesTheRequiredVariablesThatNothingIsChosenFor(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("extract.csv"), "nr,leeftijd\n1,80\n");
        var set = MeasuredProposals.hip();
        var table = new Table("episode", "extract.csv", "", "nr", Map.of("age", Made.column("leeftijd")));
        var draft = new MappingDraft("hip-fracture", "waterlinie", "", false, List.of(table));

        var preview = MappingPreview.of(MappingDocument.write(draft), folder, new KnownSets(code -> Optional.of(set)));
        var card = PreviewCard.of(preview, set, Set.of(), DUTCH);

        var open = card.problems().stream()
                .filter(group -> group.rule().equals("variable.not-mapped"))
                .toList();
        assertThat(open).as(preview.problems().toString()).isNotEmpty();
        assertThat(open).extracting(ProblemGroup::column).contains("Opnamedatum");
        assertThat(open)
                .allSatisfy(group -> assertThat(SingleFile.wording(DUTCH).of(group.title(), group.otherwise()))
                        .isEqualTo("Voor dit verplichte gegeven is nog niets gekozen"));
        assertThat(open).extracting(ProblemGroup::detail).containsOnlyNulls();
    }
}
