// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.Mutation.EPISODE;
import static nl.waardeketen.corpus.Mutation.LINE;

import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.corpus.Mutation.Ending;

/** Values that are not what their column holds. */
final class ValueMutations {
    private static final String TABLE = """
            dates | the 31st of February | admission | 2026-02-31 | value.not-a-date
            dates | a leap day of a common year | discharge | 2026-02-29 | value.not-a-date
            dates | a thirteenth month | admission | 2026-13-01 | value.not-a-date
            dates | the year 24 | admission | 0024-04-01 | value.not-a-date
            dates | a year of two digits | admission | 10-04-26 | value.not-a-date
            dates | a year beyond belief | followed_until | 9999-12-31 | value.not-a-date
            dates | a year before anybody | death | 1066-10-14 | value.not-a-date
            dates | a word | discharge | morgen | value.not-a-date
            dates | zeros | death | 00-00-0000 | value.not-a-date
            dates | the number of a spreadsheet | discharge | 46122 | value.not-a-date
            dates | month and day the American way | discharge | 04/18/2026 | value.not-a-date
            dates | a month in words | discharge | 18 april 2026 | value.not-a-date
            dates | only a month | discharge | 2026-04 | value.not-a-date
            dates | a time of day behind it | discharge | 2026-04-18 14:30 | value.not-a-date
            dates | a negative year | discharge | -2026-04-18 | value.not-a-date
            dates | infinity | discharge | infinity | value.not-a-date
            dates | the epoch | discharge | epoch | value.not-a-date
            times | hour 25 | arrival | 2026-04-10T25:00 | value.not-a-time
            times | minute 60 | arrival | 2026-04-10T10:60 | value.not-a-time
            times | only a time of day | arrival | 10:15 | value.not-a-time
            times | a time on the 31st of April | arrival | 2026-04-31T10:00 | value.not-a-time
            times | a time in the year 26 | arrival | 0026-04-10T10:00 | value.not-a-time
            times | a time in the year 9999 | surgery_start | 9999-04-11T09:00 | value.not-a-time
            times | a time zone in words | arrival | 2026-04-10T10:00 Europe/Amsterdam | value.not-a-time
            times | morning and afternoon | arrival | 04/10/2026 10:00 AM | value.not-a-time
            times | infinity | arrival | infinity | value.not-a-time
            numbers | a word | age | tachtig | value.not-a-number
            numbers | infinity | age | Infinity | value.not-a-number
            numbers | minus infinity | age | -inf | value.not-a-number
            numbers | beyond any number | age | 1e400 | value.not-a-number
            numbers | hexadecimal | age | 0x50 | value.not-a-number
            numbers | underscores | age | 8_0 | value.not-a-number
            numbers | a unit behind it | age | 80 jaar | value.not-a-number
            numbers | a question mark | age | 80? | value.not-a-number
            numbers | two signs | age | --80 | value.not-a-number
            numbers | two decimal points | age | 8.0.0 | value.not-a-number
            numbers | wide digits | age | ８０ | value.not-a-number
            numbers | the letter O | age | 8O | value.not-a-number
            numbers | a range | age | 75-80 | value.not-a-number
            numbers | larger than | age | >80 | value.not-a-number
            numbers | half a year | age | 80.5 | value.not-whole
            numbers | huge | age | 8e15 | value.too-large
            numbers | an error of a spreadsheet | age | #DIV/0! | value.not-a-number
            ranges | a negative age | age | -80 | value.too-low
            ranges | too young | age | 17 | value.too-low
            ranges | too old | age | 116 | value.too-high
            ranges | below the score | katz_before | -1 | value.too-low
            ranges | above the score | katz_before | 7 | value.too-high
            flags | two | dementia | 2 | value.not-a-flag
            flags | perhaps | dementia | misschien | value.not-a-flag
            flags | a cross | dementia | X | value.not-a-flag
            flags | a decimal | dementia | 1.0 | value.not-a-flag
            flags | minus one | dementia | -1 | value.not-a-flag
            codes | one of another list | asa | 7 | value.unknown-code
            codes | a word | sex | vrouw | value.unknown-code
            codes | a leading zero | asa | 02 | value.unknown-code
            codes | a decimal | asa | 2.0 | value.unknown-code
            codes | a list of two | asa | 2;3 | value.unknown-code
            codes | an invisible space | asa | 2\u200b | value.unknown-code
            required | no date of admission | admission | | value.missing
            required | no age | age | NA | value.missing
            required | no sex | sex | NULL | value.missing
            required | no treatment | treatment | n/a | value.missing
            required | no patient | patient | | patient.missing
            required | a patient of points and hyphens | patient | -.- | patient.missing
            tricks | a formula | age | =1+1 | value.not-a-number
            tricks | a formula that fetches | discharge_to | =HYPERLINK("http://x.example") | value.unknown-code
            tricks | a formula with an at sign | asa | @SUM(A1) | value.unknown-code
            tricks | a command | asa | +cmd;' /C calc'!A0 | value.unknown-code
            tricks | a statement of SQL | sex | '); DROP TABLE staged; -- | value.unknown-code
            tricks | a path | asa | ../../../etc/passwd | value.unknown-code
            tricks | a page with a script | asa | <script>alert(1)</script> | value.unknown-code
            tricks | an entity of XML | asa | &xxe; | value.unknown-code
            tricks | text that turns around | asa | \u202e2 | value.unknown-code
            tricks | a bell | asa | 2\u0007 | value.unknown-code
            tricks | an escape sequence | asa | \u001b[31m2 | value.unknown-code
            tricks | a lone surrogate's stand-in | asa | \ufffd | value.unknown-code
            tricks | an emoji | sex | \ud83e\udd26 | value.unknown-code
            tricks | a separator of fields | asa | \u001f | value.unknown-code
            """;

    private ValueMutations() {}

    static List<Mutation> all() {
        var mutations = new ArrayList<Mutation>();
        TABLE.lines().map(line -> line.split(" ?\\| ?", -1)).forEach(row -> mutations.add(value(row)));
        mutations.add(long1("a value of a hundred thousand characters", "asa", 100_000, "value.unknown-code"));
        mutations.add(long1("a number of a thousand digits", "age", 1_000, "value.not-a-number"));
        return mutations;
    }

    private static Mutation value(String[] row) {
        return Mutation.of(
                row[0].strip(),
                row[1],
                Good.EPISODES,
                Ending.ROW_WAITS,
                delivered -> delivered.cell(EPISODE, LINE, row[2], row[3]),
                List.of(new Mutation.Finding(row[4].strip(), EPISODE, LINE, row[2])));
    }

    private static Mutation long1(String name, String column, int length, String rule) {
        return Mutation.of(
                "numbers",
                name,
                Good.EPISODES,
                Ending.ROW_WAITS,
                delivered -> delivered.cell(EPISODE, LINE, column, "9".repeat(length)),
                List.of(new Mutation.Finding(rule, EPISODE, LINE, column)));
    }
}
