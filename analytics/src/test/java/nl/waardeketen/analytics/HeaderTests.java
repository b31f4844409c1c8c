// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTests {

    private static Header read(String text, String... wanted) {
        return Header.read(text, List.of(wanted));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', ':', '^', '~', ' '})
    void findsTheSeparator(char separator) {
        var header = read("hospital~died~age\n".replace('~', separator) + "A~1~2\n", "hospital", "died");

        assertThat(header.separator()).isEqualTo(separator);
        assertThat(header.names()).containsExactly("hospital", "died", "age");
    }

    @Test
    void prefersTheSeparatorThatFindsTheWantedColumns() {
        var header = read("a,b,c;hospital;died\n", "hospital", "died");

        assertThat(header.separator()).isEqualTo(';');
        assertThat(header.names()).containsExactly("a,b,c", "hospital", "died");
    }

    @Test
    void prefersUsualSeparators() {
        assertThat(read("Naam van het ziekenhuis;Overleden\n", "hospital").separator())
                .isEqualTo(';');
        assertThat(read(" hospital , died \n", "hospital", "died").separator()).isEqualTo(',');
        assertThat(read("time 10:30,time 11:30\n", "hospital").separator()).isEqualTo(',');
    }

    @Test
    void readsOneColumn() {
        assertThat(read("hospital\nA\n", "died").names()).containsExactly("hospital");
    }

    @Test
    void readsQuotedNames() {
        var header = read("\"hospital, city\",\"the \"\"best\"\"\",age\n", "age");

        assertThat(header.names()).containsExactly("hospital, city", "the \"best\"", "age");
        assertThat(header.quote()).isEqualTo('"');
    }

    @Test
    void readsSingleQuotedNames() {
        var header = read("'hospital';'died'\n", "hospital", "died");

        assertThat(header.names()).containsExactly("hospital", "died");
        assertThat(header.quote()).isEqualTo('\'');
    }

    @Test
    void readsNamesOverTwoLines() {
        assertThat(read("\"hospital\ncode\",died\nA,1\n", "died").names()).containsExactly("hospital\ncode", "died");
    }

    @Test
    void trimsNames() {
        assertThat(read("  hospital ,\t\"died\" , \u2003age\n", "hospital").names())
                .containsExactly("hospital", "died", "age");
    }

    @Test
    void keepsQuotesInsideNames() {
        assertThat(read("size 5\",died\n", "died").names()).containsExactly("size 5\"", "died");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void skipsBlankLines(String end) {
        var header = read("~  ~hospital,died~A,1~".replace("~", end), "hospital", "died");

        assertThat(header.skippedLines()).isEqualTo(2);
        assertThat(header.names()).containsExactly("hospital", "died");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=;", "Sep=;"})
    void obeysTheSeparatorLine(String line) {
        var header = read(line + "\r\nhospital;a,b,c,d\r\n", "hospital");

        assertThat(header.separator()).isEqualTo(';');
        assertThat(header.skippedLines()).isEqualTo(1);
        assertThat(header.names()).containsExactly("hospital", "a,b,c,d");
    }

    @Test
    void readsAHeaderThatOnlyLooksLikeASeparatorLine() {
        assertThat(read("sep=yes,died\n", "died").names()).containsExactly("sep=yes", "died");
    }

    @Test
    void keepsNamesThatAreEmpty() {
        assertThat(read("hospital,,died,\n", "died").names()).containsExactly("hospital", "", "died", "");
    }
}
