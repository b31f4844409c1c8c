// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "46, 46",
        "9.8541, 9.85",
        "999.994, 999.99",
        "12345.67, 12345.7",
        "1234567.8, 1234568",
        "1234567890, 1.23e+09",
        "0.00125, 0.00125",
        "0.0000125, 1.25e-05"
    })
    void writesAmountsInEightCharacters(double amount, String text) {
        assertThat(Texts.amount(amount)).isEqualTo(text).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void shortensToTheWidthWithAnEllipsis() {
        assertThat(Texts.shortened("hospital", 8)).isEqualTo("hospital");
        assertThat(Texts.shortened("hospitals", 8)).isEqualTo("hospita…");
    }

    @Test
    void cutsNoEmojiInTwo() {
        assertThat(Texts.shortened("\uD83C\uDFE5\uD83C\uDFE5\uD83C\uDFE5", 4)).isEqualTo("\uD83C\uDFE5…");
    }

    @ParameterizedTest
    @CsvSource({"hospital, 8", "Zürich, 6", "Zu\u0308rich, 6", "\uD83C\uDFE5, 2", "東京, 4", "'', 0"})
    void countsTheCellsOfATerminal(String text, int cells) {
        assertThat(Texts.cells(text)).isEqualTo(cells);
    }

    @Test
    void turnsControlCharactersIntoBlanks() {
        assertThat(Texts.shortened("a\tb\nc\u001B[31m", 20)).isEqualTo("a b c [31m");
        assertThat(Texts.plain("a\u202Eb\u2028c\u009Bd")).isEqualTo("a b c d");
    }

    @Test
    void padsByTheCellsOfATerminal() {
        assertThat(Texts.padded("\uD83C\uDFE5", 3)).isEqualTo("\uD83C\uDFE5 ");
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
