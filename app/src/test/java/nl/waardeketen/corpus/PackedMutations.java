// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.Mutation.LINE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import nl.waardeketen.corpus.Mutation.Ending;

/** Zips and Parquet files that are damaged, or hold something else. */
final class PackedMutations {
    private static final String ZIP = "episode.zip";
    private static final String PARQUET = "episode.parquet";
    private static final String ENTRY = Mutation.EPISODE;

    /** What happens to the table in a zip. */
    private interface Repacking {
        Map<String, byte[]> of(byte[] table) throws IOException;
    }

    private PackedMutations() {}

    static List<Mutation> all() {
        return List.of(
                zip("cut off", bytes -> Arrays.copyOf(bytes, bytes.length / 2), "file.damaged"),
                zip("cut off in its last bytes", bytes -> Arrays.copyOf(bytes, bytes.length - 10), "file.damaged"),
                zip("a changed byte in its table", bytes -> changed(bytes, bytes.length / 2), "file.damaged"),
                zip("only its first signature", bytes -> Arrays.copyOf(bytes, 4), "file.damaged"),
                packed("nothing in it", table -> Map.of(), "zip.empty"),
                packed("only a document", table -> Map.of("readme.pdf", table), "zip.empty"),
                packed("two tables alike", table -> Map.of("a.csv", table, "b.csv", table), "zip.which"),
                packed(
                        "two tables that do not fit",
                        table -> Map.of(
                                "a.csv",
                                "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8),
                                "b.csv",
                                "v,w\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                        "zip.which"),
                packed("a path that leads out", table -> Map.of("../episode.csv", table), "zip.path"),
                packed("a path from the root", table -> Map.of("/episode.csv", table), "zip.path"),
                packed("a path of another system", table -> Map.of("..\\episode.csv", table), "zip.path"),
                packed("a line end in a name", table -> Map.of("episode\n.csv", table), "zip.path"),
                packed(
                        "a name of a thousand characters",
                        table -> Map.of("e".repeat(1000) + ".csv", table),
                        "zip.path"),
                packed(
                        "names that differ in capitals",
                        table -> Map.of("episode.csv", table, "EPISODE.csv", table),
                        "zip.twice"),
                packed("two thousand files", table -> many(), "zip.too-many"),
                packed("a zip in it", table -> Map.of("inner.zip", Delivered.zip(Map.of(ENTRY, table))), "zip.nested"),
                packed(
                        "a hundred times larger than it seems",
                        table -> Map.of(ENTRY, new byte[80 << 20]),
                        "zip.too-large"),
                Mutation.refused(
                        "zip",
                        "an empty table in it",
                        Good.ZIP,
                        each -> each.write(ZIP, Delivered.zip(Map.of(ENTRY, new byte[0]))),
                        "file.empty",
                        ZIP + "/" + ENTRY),
                Mutation.refused(
                        "zip",
                        "a table without a column",
                        Good.ZIP,
                        repack(table -> Map.of(
                                ENTRY,
                                new String(table, StandardCharsets.UTF_8)
                                        .replace(",age,", ",years,")
                                        .getBytes(StandardCharsets.UTF_8))),
                        "column.missing",
                        ZIP + "/" + ENTRY + " age"),
                Mutation.of(
                        "zip",
                        "a broken value in it",
                        Good.ZIP,
                        Ending.ROW_WAITS,
                        repack(table -> Map.of(
                                ENTRY,
                                new String(table, StandardCharsets.UTF_8)
                                        .replace("2026-04-18", "2026-04-31")
                                        .getBytes(StandardCharsets.UTF_8))),
                        List.of(new Mutation.Finding("value.not-a-date", ZIP, LINE, "discharge"))),
                parquet("cut off", bytes -> Arrays.copyOf(bytes, bytes.length / 2), "file.damaged"),
                parquet("without its end", bytes -> Arrays.copyOf(bytes, bytes.length - 8), "file.damaged"),
                parquet("only its signature", bytes -> Arrays.copyOf(bytes, 4), "file.damaged"),
                parquet(
                        "a changed byte in its description",
                        bytes -> changed(bytes, bytes.length - 200),
                        "file.damaged"),
                parquet("a description of four gigabytes", bytes -> changed(bytes, bytes.length - 5), "file.damaged"),
                rewritten("without a column", "* EXCLUDE age", "column.missing", " age"),
                rewritten("a column of lists", "* REPLACE ([age] AS age)", "column.nested", " age"),
                rewritten("a column of bytes", "* REPLACE (age::BLOB AS age)", "column.bytes", " age"),
                Mutation.refused(
                        "Parquet",
                        "no rows",
                        Good.PARQUET,
                        each -> parquet(each, "*", "WHERE false"),
                        "file.no-rows",
                        PARQUET),
                Mutation.of(
                        "Parquet",
                        "a broken value",
                        Good.PARQUET,
                        Ending.NOTHING_LANDS,
                        each -> parquet(each, "* REPLACE ('oud' AS age)", ""),
                        List.of(
                                Mutation.at("value.not-a-number", PARQUET + ":1 age"),
                                Mutation.at("delivery.too-many-broken", PARQUET))));
    }

    private static byte[] changed(byte[] bytes, int at) {
        var changed = bytes.clone();
        changed[at] ^= 0x55;
        return changed;
    }

    private static Map<String, byte[]> many() {
        var entries = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, 2_000).forEach(i -> entries.put("file" + i + ".csv", new byte[0]));
        return entries;
    }

    private static Mutation zip(String name, UnaryOperator<byte[]> change, String rule) {
        return Mutation.refused(
                "zip", name, Good.ZIP, each -> each.write(ZIP, change.apply(each.bytes(ZIP))), rule, ZIP);
    }

    private static Mutation packed(String name, Repacking change, String rule) {
        return Mutation.refused("zip", name, Good.ZIP, repack(change), rule, ZIP);
    }

    private static Mutation.Change repack(Repacking change) {
        return delivered -> delivered.write(ZIP, Delivered.zip(change.of(table(delivered.bytes(ZIP)))));
    }

    private static byte[] table(byte[] zip) throws IOException {
        try (var entries = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            entries.getNextEntry();
            var out = new ByteArrayOutputStream();
            entries.transferTo(out);
            return out.toByteArray();
        }
    }

    private static Mutation parquet(String name, UnaryOperator<byte[]> change, String rule) {
        return Mutation.refused(
                "Parquet",
                name,
                Good.PARQUET,
                each -> each.write(PARQUET, change.apply(each.bytes(PARQUET))),
                rule,
                PARQUET);
    }

    private static Mutation rewritten(String name, String columns, String rule, String column) {
        return Mutation.refused(
                "Parquet", name, Good.PARQUET, each -> parquet(each, columns, ""), rule, PARQUET + column);
    }

    private static void parquet(Delivered delivered, String columns, String where) {
        var folder = delivered.folder();
        ParquetRows.rewrite(folder.resolve(PARQUET), columns, where);
    }
}
