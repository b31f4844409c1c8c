// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One delivery of a hospital: a data package with a table of episodes and those beside it.
 *
 * @param period for example {@code 2023Q4-2026Q2}
 */
record Delivery<J extends Journey>(
        PatientGroup<J> group, Hospital hospital, String period, int extracted, List<Episode<J>> episodes) {
    private static final Map<String, Object> LEGAL_BASIS = Json.ordered(
            "purpose",
            "trying out with made-up data",
            "ground",
            "no-personal-data",
            "retention-months",
            120,
            "document",
            "made by waardeketen sample");

    String folder() {
        return hospital.code() + "-" + group.code() + "-" + period;
    }

    /** The table of episodes. */
    String file() {
        return folder() + "/" + episodeTable().file();
    }

    /** Writes the delivery; {@code planted} replaces values by what they must not be. */
    void write(Path region, PlantedErrors planted) throws IOException {
        var folder = Files.createDirectory(region.resolve(folder()));
        Files.writeString(folder.resolve("datapackage.json"), Json.text(description()));
        episodeTable().write(folder, rows(planted));
        Table.PATIENT.write(folder, patients());
        Table.ACTIVITY.write(folder, activities());
        Table.MEASUREMENT.write(folder, measurements());
        Table.PRODUCT.write(folder, episodes.stream().map(this::product));
    }

    private Table episodeTable() {
        return Table.of("episode", group.columns().stream().map(Column::field).toList());
    }

    private Stream<List<String>> rows(PlantedErrors planted) {
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < episodes.size(); row++) {
            rows.add(row(episodes.get(row), planted.inRow(row)));
        }
        return rows.stream();
    }

    private List<String> row(Episode<J> episode, Map<String, String> replaced) {
        var row = new ArrayList<String>();
        row.add(patient(episode));
        for (var column : group.columns()) {
            var planted = replaced.get(column.code());
            row.add(planted == null ? episode.value(column) : planted);
        }
        return row;
    }

    private String patient(Episode<J> episode) {
        return Integer.toString(episode.journey().person().number);
    }

    /** Each once. */
    private Stream<List<String>> patients() {
        var seen = new HashSet<Integer>();
        return episodes.stream()
                .filter(episode -> seen.add(episode.journey().person().number))
                .map(episode -> List.of(
                        patient(episode),
                        Integer.toString(episode.journey().person().sex),
                        Integer.toString(LocalDate.ofEpochDay(episode.journey().person().birth)
                                .getYear()),
                        Moments.date(episode.death())));
    }

    private Stream<List<String>> activities() {
        return episodes.stream()
                .flatMap(episode -> group.activities(episode).stream()
                        .map(activity -> List.of(
                                patient(episode),
                                activity.service().code(),
                                Moments.time(activity.started()),
                                Moments.time(activity.ended()),
                                hospital.code(),
                                activity.service().resource(),
                                Integer.toString(activity.quantity()))));
    }

    private Stream<List<String>> measurements() {
        return episodes.stream()
                .flatMap(episode -> group.measurements(episode).stream()
                        .map(measurement -> List.of(
                                patient(episode),
                                measurement.instrument(),
                                measurement.item(),
                                measurement.moment(),
                                Integer.toString(measurement.result()),
                                Moments.date(measurement.day()))));
    }

    private List<String> product(Episode<J> episode) {
        var product = group.product(episode);
        return List.of(
                patient(episode),
                product.code(),
                Moments.date(product.opened()),
                Moments.date(product.closed()),
                Integer.toString(product.amount()));
    }

    private Map<String, Object> description() {
        return Json.ordered(
                "profile",
                "tabular-data-package",
                "name",
                folder().toLowerCase(Locale.ROOT),
                "title",
                hospital.name() + ", " + group.title() + ", " + period + " (made-up data)",
                "created",
                LocalDate.ofEpochDay(extracted) + "T06:00:00Z",
                "waardeketen",
                Json.ordered(
                        "outcome-set",
                        group.code(),
                        "version",
                        group.version(),
                        "organisation",
                        hospital.code(),
                        "legal-basis",
                        LEGAL_BASIS),
                "resources",
                Stream.of(episodeTable(), Table.PATIENT, Table.ACTIVITY, Table.MEASUREMENT, Table.PRODUCT)
                        .map(Table::described)
                        .toList());
    }
}
