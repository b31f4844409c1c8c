// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static nl.waardeketen.corpus.Mutation.DESCRIPTION;
import static nl.waardeketen.corpus.Mutation.EPISODE;
import static nl.waardeketen.corpus.Mutation.LINE;
import static nl.waardeketen.corpus.Mutation.MAPPING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.waardeketen.concepts.OutcomeSetFiles;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import nl.waardeketen.templates.DeliveryTemplate;

/** Good deliveries of every kind, each made once and copied for every change. */
final class GoodDeliveries {
    static final String WORKBOOK = "hip-fracture.xlsx";
    static final String STAYS = "medpar.csv";

    /** The values of one row, so that a change of one of them breaks one rule. */
    private static final Map<String, String> SOUND = Map.ofEntries(
            Map.entry("admission", "2026-04-10"),
            Map.entry("arrival", "2026-04-10T10:00"),
            Map.entry("ed_departure", "2026-04-10T13:00"),
            Map.entry("age", "80"),
            Map.entry("sex", "2"),
            Map.entry("asa", "2"),
            Map.entry("fracture_type", "2"),
            Map.entry("treatment", "4"),
            Map.entry("surgery_start", "2026-04-11T09:00"),
            Map.entry("discharge", "2026-04-18"),
            Map.entry("discharge_to", "1"),
            Map.entry("reoperation", ""),
            Map.entry("death", ""),
            Map.entry("followed_until", "2026-09-30"),
            Map.entry("followup", ""));

    private final Path folder;
    private final Map<Good, Path> made = new EnumMap<>(Good.class);
    private int copies;

    GoodDeliveries(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.folder = folder;
    }

    /** A copy of its own. */
    Delivered copy(Good good) throws IOException {
        var own = Files.createDirectory(folder.resolve("copy-" + copies++));
        try (var files = Files.list(original(good))) {
            for (var file : files.toList()) {
                Files.copy(file, own.resolve(file.getFileName()));
            }
        }
        return new Delivered(own, good == Good.STAYS ? own.resolve(MAPPING) : null);
    }

    /** Identifiers of all patients of a delivery. */
    List<String> identifiers(Good good) throws IOException {
        var from = good == Good.STAYS ? Good.STAYS : Good.EPISODES;
        return new Delivered(original(from), null)
                .text(good == Good.STAYS ? STAYS : EPISODE)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private Path original(Good good) {
        var path = made.get(good);
        if (path == null) {
            try {
                path = make(good);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            made.put(good, path);
        }
        return path;
    }

    private Path make(Good good) throws IOException {
        var own = Files.createDirectory(folder.resolve("good-" + good.name().toLowerCase(Locale.ROOT)));
        var delivered = new Delivered(own, null);
        switch (good) {
            case EPISODES -> episodes(delivered);
            case TABLES -> tables(delivered);
            case STAYS -> stays(delivered);
            case WORKBOOK -> workbook(delivered);
            case PARQUET -> parquet(delivered);
            case ZIP -> zip(delivered);
        }
        return own;
    }

    private void episodes(Delivered into) throws IOException {
        sample(into);
        into.only("episode");
    }

    private void sample(Delivered into) throws IOException {
        var region = folder.resolve("region");
        if (!Files.exists(region)) {
            SampleRegion.write(region, new SampleSize(2, 1, 60, 5, "2026Q2", false));
        }
        try (var folders = Files.list(region)) {
            var sample = folders.filter(each -> each.toString().contains("-hip-fracture-"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            for (var file : List.of(EPISODE, DESCRIPTION)) {
                Files.copy(sample.resolve(file), into.folder().resolve(file));
            }
        }
        for (var value : SOUND.entrySet()) {
            if (!into.cell(EPISODE, LINE, value.getKey()).equals(value.getValue())) {
                into.cell(EPISODE, LINE, value.getKey(), value.getValue());
            }
        }
    }

    private void copy(Good good, Delivered into) throws IOException {
        var original = original(good);
        for (var file : List.of(EPISODE, DESCRIPTION)) {
            Files.copy(original.resolve(file), into.folder().resolve(file));
        }
    }

    private void tables(Delivered into) throws IOException {
        sample(into);
        var more = Map.of(
                "patient", """
                        patient,sex,birth_year,death
                        P,2,1946,
                        """,
                "activity", """
                        patient,activity,started,ended,performer,resource,quantity
                        P,operatie,2026-04-11T09:00,2026-04-11T10:30,orthopedie,OK 3,1
                        """,
                "measurement", """
                        patient,instrument,item,moment,result,measured
                        P,EQ-5D-5L,pijn,T0,2,2026-04-12
                        """,
                "product", """
                        patient,product,opened,closed,amount
                        P,0199990001,2026-04-10,2026-06-30,8123.50
                        """);
        for (var table : more.entrySet()) {
            into.write(table.getKey() + ".csv", perPatient(into, table.getValue()));
        }
    }

    private static String perPatient(Delivered from, String lines) throws IOException {
        var header = lines.lines().findFirst().orElseThrow();
        var row = lines.lines().skip(1).findFirst().orElseThrow();
        return from.text(EPISODE)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')) + row.substring(1))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static void stays(Delivered into) throws IOException {
        for (var file : List.of(MAPPING, "outcome-set.yaml")) {
            Files.copy(
                    Path.of("../examples/medicare-stays").resolve(file),
                    into.folder().resolve(file));
        }
        into.write(
                STAYS,
                IntStream.range(0, 60)
                        .mapToObj(i -> "10" + (800_000 + 37 * i) + "," + (1 + i % 20) + "," + i % 2 + ",1,0," + i % 2
                                + "," + (1 + i % 3) + ",0" + (30_000 + i % 4))
                        .collect(Collectors.joining("\n", "rownames,los,hmo,white,died,age80,type,provnum\n", "\n")));
    }

    private void workbook(Delivered into) throws IOException {
        var set = OutcomeSetFiles.bundled("hip-fracture").orElseThrow();
        var template = folder.resolve("template");
        new DeliveryTemplate(set, "waterlinie", Locale.ENGLISH).write(template, false);
        for (var file : List.of(WORKBOOK, DESCRIPTION)) {
            Files.copy(template.resolve("excel").resolve(file), into.folder().resolve(file));
        }
        into.change(
                DESCRIPTION,
                text -> text.replaceFirst(
                        "(?s)\"legal-basis\" : \\{.*?\\}",
                        "\"legal-basis\": {\"purpose\": \"made-up data\", \"ground\": \"no-personal-data\","
                                + " \"retention-months\": 120, \"document\": \"none\"}"));
        var rows = new Delivered(original(Good.TABLES), null);
        var texts = new LinkedHashMap<String, String>();
        for (var table : List.of("patient", "episode", "activity", "measurement", "product")) {
            texts.put(table, rows.text(table + ".csv"));
        }
        into.workbook(
                WORKBOOK, workbook -> texts.forEach((table, text) -> SheetRows.fill(workbook.getSheet(table), text)));
    }

    private void parquet(Delivered into) throws IOException {
        copy(Good.EPISODES, into);
        ParquetRows.write(into.folder().resolve(EPISODE), into.folder().resolve("episode.parquet"), "*");
        Files.delete(into.folder().resolve(EPISODE));
        into.replace(DESCRIPTION, "episode.csv", "episode.parquet");
    }

    private void zip(Delivered into) throws IOException {
        copy(Good.EPISODES, into);
        into.write("episode.zip", Delivered.zip(Map.of(EPISODE, into.bytes(EPISODE))));
        Files.delete(into.folder().resolve(EPISODE));
        into.replace(DESCRIPTION, "episode.csv", "episode.zip");
    }
}
