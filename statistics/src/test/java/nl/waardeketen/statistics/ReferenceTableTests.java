// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTableTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsTheQuotesOfR() throws IOException {
        var table = written("\"provnum\",\"name\",\"rate\"\n\"030001\",\"Sint Jan, Brugge\",0.25\n");

        var row = table.row("provnum", "030001");

        assertThat(row.text("name")).isEqualTo("Sint Jan, Brugge");
        assertThat(row.number("rate")).isEqualTo(0.25);
    }

    @Test
    void readsAnEmptyCellAndNotAvailableAsMissing() throws IOException {
        var table = written("a,b,c\n1,,NA\n");

        assertThat(table.numbers("b")).containsExactly(Double.NaN);
        assertThat(table.numbers("c")).containsExactly(Double.NaN);
    }

    @Test
    void refusesAColumnThatIsNotThere() throws IOException {
        var table = written("a,b\n1,2\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.numbers("z"))
                .withMessageContaining("no column z");
    }

    private ReferenceTable written(String csv) throws IOException {
        return ReferenceTable.of(Files.writeString(folder.resolve("table.csv"), csv));
    }
}
