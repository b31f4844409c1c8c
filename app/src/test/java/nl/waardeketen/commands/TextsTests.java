// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTests {

    @Test
    void shortensToTheWidthWithAnEllipsis() {
        assertThat(Texts.shortened("hospital", 8)).isEqualTo("hospital");
        assertThat(Texts.shortened("hospitals", 8)).isEqualTo("hospita…");
    }

    @Test
    void cutsNoEmojiInTwo() {
        assertThat(Texts.shortened("\uD83C\uDFE5\uD83C\uDFE5\uD83C\uDFE5", 2)).isEqualTo("\uD83C\uDFE5…");
    }

    @Test
    void turnsControlCharactersIntoBlanks() {
        assertThat(Texts.shortened("a\tb\nc\u001B[31m", 20)).isEqualTo("a b c [31m");
    }

    @Test
    void padsByCharactersThatAreSeen() {
        assertThat(Texts.padded("\uD83C\uDFE5", 3)).isEqualTo("\uD83C\uDFE5  ");
        assertThat(Texts.padded("long", 3)).isEqualTo("long");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 rows", "1, 1 row", "2, 2 rows", "1495, '1,495 rows'"})
    void countsInPlainWords(long count, String words) {
        assertThat(Texts.counted(count, "row")).isEqualTo(words);
    }

    @Test
    void wrapsAtBlanks() {
        assertThat(Texts.wrapped("one two three four", 9)).isEqualTo("one two\nthree\nfour");
    }

    @Test
    void keepsLongWordsWhole() {
        assertThat(Texts.wrapped("a verylongword b", 5)).isEqualTo("a\nverylongword\nb");
    }
}
