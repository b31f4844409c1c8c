// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.waardeketen.corpus.Mutation.EPISODE;
import static nl.waardeketen.corpus.Mutation.LINE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.waardeketen.corpus.Mutation.Change;
import nl.waardeketen.corpus.Mutation.Ending;

/** Files that hold no table, or not a whole one. */
final class FileMutations {
    private static final String KIND = "form of the file";
    private static final String ENCODING = "encoding and packing of text";

    private FileMutations() {}

    static List<Mutation> all() {
        return List.of(
                refused("nothing in it", write(""), "file.empty", EPISODE),
                refused("only blank lines", write("\n\r\n  \n\n"), "file.empty", EPISODE),
                refused("only a byte order mark", write("\ufeff"), "file.empty", EPISODE),
                refused("only a header", each -> each.change(EPISODE, FileMutations::header), "file.no-rows", EPISODE),
                refused(
                        "only a header, without an end of line",
                        each -> each.change(EPISODE, text -> header(text).strip()),
                        "file.no-rows",
                        EPISODE),
                refused("an old workbook", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), "file.kind", EPISODE),
                refused("a picture", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13), "file.kind", EPISODE),
                refused("zero bytes", bytes(new int[300]), "file.kind", EPISODE),
                refused(
                        "a page",
                        write("<html><body><table></table></body></html>"),
                        "column.missing",
                        EPISODE + " admission"),
                refused(
                        "a document",
                        write("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"),
                        "column.missing",
                        EPISODE + " admission"),
                refused("JSON", write("[{\"patient\": 1, \"age\": 80}]\n"), "column.missing", EPISODE + " admission"),
                refused(
                        "a value too few",
                        line(text -> text.replaceFirst("[^,]*,", "")),
                        "record.too-short",
                        place(LINE)),
                refused("a value too many", line(text -> text + ",1"), "record.too-long", place(LINE)),
                refused(
                        "a separator within a value", line(text -> text.replace("2026-04-18", "18,april")),
                        "record.too-long", place(LINE)),
                refused(
                        "other separators in one line",
                        line(text -> text.replace(',', ';')),
                        "record.too-short",
                        place(LINE)),
                refused(
                        "cut off in the last line",
                        each -> each.change(EPISODE, text -> text.substring(0, text.length() - 40)),
                        "record.too-short",
                        EPISODE + ":50"),
                refused(
                        "a total below the table",
                        each -> each.change(EPISODE, text -> text + "Totaal,57\n"),
                        "record.too-short",
                        EPISODE + ":51"),
                refused(
                        "a remark below the table",
                        each -> each.change(EPISODE, text -> text + "# einde\n"),
                        "record.too-short",
                        EPISODE + ":51"),
                refused(
                        "a line broken in two",
                                line(text -> text.replaceFirst(",2026-04-11T09:00,", ",2026-04-11T09:00\n,")),
                        "record.too-short", place(LINE)),
                waits(
                        "a quote that is not closed",
                        line(text -> text.replace("2026-04-18", "\"2026-04-18")),
                        "value.not-a-date",
                        "discharge"),
                refused(
                        "text behind a quoted value", line(text -> text.replace("2026-04-18", "\"2026\"-04-18")),
                        "record.quote", place(LINE)),
                refused(
                        "a line of three million characters", line(text -> text + "x".repeat(3_000_000)),
                        "record.unreadable", place(LINE)),
                refused(
                        "a zero byte in a value",
                        line(text -> text.replace("2026-04-18", "2026-04-1\u0000")),
                        "file.kind",
                        EPISODE),
                waits(
                        "a line end within quotes",
                        line(text -> text.replace("2026-04-18", "\"2026\n04-18\"")),
                        "value.not-a-date",
                        "discharge"),
                refused(
                        ENCODING,
                        "gzip that is cut off",
                        gzip(bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                        "file.damaged"),
                refused(ENCODING, "gzip cut off in its header", gzip(bytes -> Arrays.copyOf(bytes, 6)), "file.damaged"),
                refused(
                        ENCODING,
                        "gzip with a wrong sum",
                        gzip(bytes -> changed(bytes, bytes.length - 8)),
                        "file.damaged"),
                refused(
                        ENCODING,
                        "gzip with a changed byte",
                        gzip(bytes -> changed(bytes, bytes.length / 2)),
                        "file.damaged"),
                refused(
                        ENCODING,
                        "gzip of nothing",
                        each -> each.write(EPISODE, Delivered.gzip(new byte[0])),
                        "file.empty"),
                refused(ENCODING, "gzip in gzip", gzip(FileMutations::gzipped), "file.kind"),
                refused(
                        ENCODING,
                        "a zip in gzip",
                        each -> each.write(
                                EPISODE, Delivered.gzip(Delivered.zip(java.util.Map.of(EPISODE, each.bytes(EPISODE))))),
                        "file.kind"),
                refused(
                        ENCODING,
                        "UTF-32",
                        each -> each.write(
                                EPISODE, each.text(EPISODE).getBytes(java.nio.charset.Charset.forName("UTF-32"))),
                        "file.kind"),
                refused(
                        ENCODING,
                        "mainframe characters",
                        each -> each.write(
                                EPISODE, each.text(EPISODE).getBytes(java.nio.charset.Charset.forName("IBM037"))),
                        "column.missing",
                        EPISODE + " admission"));
    }

    private static Mutation refused(String name, Change change, String rule, String place) {
        return Mutation.refused(KIND, name, Good.EPISODES, change, rule, place);
    }

    private static Mutation refused(String kind, String name, Change change, String rule) {
        return refused(kind, name, change, rule, EPISODE);
    }

    private static Mutation refused(String kind, String name, Change change, String rule, String place) {
        return Mutation.refused(kind, name, Good.EPISODES, change, rule, place);
    }

    private static Mutation waits(String name, Change change, String rule, String column) {
        return Mutation.of(
                KIND,
                name,
                Good.EPISODES,
                Ending.ROW_WAITS,
                change,
                List.of(Mutation.at(rule, place(LINE) + " " + column)));
    }

    private static String place(int line) {
        return EPISODE + ":" + line;
    }

    private static Change write(String text) {
        return delivered -> delivered.write(EPISODE, text);
    }

    private static Change bytes(int... bytes) {
        return delivered -> {
            var content = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                content[i] = (byte) bytes[i];
            }
            delivered.write(EPISODE, content);
        };
    }

    private static Change line(java.util.function.UnaryOperator<String> change) {
        return delivered -> delivered.line(EPISODE, LINE, change);
    }

    private static Change gzip(java.util.function.UnaryOperator<byte[]> change) {
        return delivered -> delivered.write(EPISODE, change.apply(Delivered.gzip(delivered.bytes(EPISODE))));
    }

    private static byte[] gzipped(byte[] bytes) {
        try {
            return Delivered.gzip(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] changed(byte[] bytes, int at) {
        var changed = bytes.clone();
        changed[at] ^= 0x55;
        return changed;
    }

    static String header(String text) {
        return text.lines().limit(1).collect(Collectors.joining("", "", "\n"));
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
