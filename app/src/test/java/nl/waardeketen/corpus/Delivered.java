// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The files of a delivery in a folder of their own, to be changed.
 *
 * @param mapping that reads them, or {@code null} for a data package
 */
record Delivered(Path folder, @Nullable Path mapping) {
    /** What happens to an open workbook. */
    interface WorkbookChange {
        void to(XSSFWorkbook workbook);
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    void write(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
    }

    void change(String file, UnaryOperator<String> change) throws IOException {
        var before = text(file);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing changed in " + file);
        }
        write(file, after);
    }

    /** Replaces what must be there. */
    void replace(String file, String before, String after) throws IOException {
        change(file, text -> text.replace(before, after));
    }

    /** Replaces one line, from 1. */
    void line(String file, int line, UnaryOperator<String> change) throws IOException {
        change(file, text -> {
            var lines = new ArrayList<>(text.lines().toList());
            lines.set(line - 1, change.apply(lines.get(line - 1)));
            return String.join("\n", lines) + "\n";
        });
    }

    void cell(String file, int line, String column, String value) throws IOException {
        int at = columns(file).indexOf(column);
        line(file, line, text -> {
            var values = new ArrayList<>(Arrays.asList(text.split(",", -1)));
            values.set(at, value);
            return String.join(",", values);
        });
    }

    String cell(String file, int line, String column) throws IOException {
        var lines = text(file).lines().toList();
        return lines.get(line - 1).split(",", -1)[columns(file).indexOf(column)];
    }

    List<String> columns(String file) throws IOException {
        return List.of(text(file).lines().findFirst().orElseThrow().split(",", -1));
    }

    /** Leaves the other tables out of the description of a package. */
    void only(String table) throws IOException {
        var others = "(?ms)^    \\{\n      \"name\": \"(?!" + table + "\")[a-z]+\".*?^    \\},?\n";
        change(Mutation.DESCRIPTION, text -> text.replaceAll(others, "").replace("    },\n  ]", "    }\n  ]"));
    }

    int lines(String file) throws IOException {
        return (int) text(file).lines().count();
    }

    void workbook(String file, WorkbookChange change) throws IOException {
        var made = new ByteArrayOutputStream();
        try (var stream = Files.newInputStream(folder.resolve(file));
                var workbook = new XSSFWorkbook(stream)) {
            change.to(workbook);
            workbook.write(made);
        }
        write(file, made.toByteArray());
    }

    static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
