// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.AdjustRun.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readmissions of one hospital by national coefficients: the mock report of the American readmission programme. */
class MedicareReadmissionTests {
    private static final String FOLDER = "cms-hrrp-mock-report/";

    private final GivenFiles files;

    MedicareReadmissionTests(@TempDir Path folder) {
        files = new GivenFiles(folder);
    }

    private static List<List<String>> cells(String file, String measure) {
        return ReferenceData.lines(FOLDER + file).stream()
                .map(line -> List.of(line.substring(1).split("\"?,\"?(?! )", -1)))
                .filter(cells -> cells.get(0).equals(measure))
                .toList();
    }

    private Answer.Part hospital(String measure) {
        var coefficients = new LinkedHashMap<String, Double>();
        cells("model_coefficients.csv", measure)
                .forEach(cells -> coefficients.put(cells.get(1), Double.valueOf(cells.get(2))));
        double average = Objects.requireNonNull(coefficients.remove("AVG_EFFECT"));
        double own = Objects.requireNonNull(coefficients.remove("HOSP_EFFECT"));
        var rows = new LinkedHashMap<String, Map<String, String>>();
        for (var cells : cells("discharge_risk_factors_long.csv", measure)) {
            var row = rows.computeIfAbsent(cells.get(1), id -> new LinkedHashMap<>());
            if (cells.get(2).equals("1")) {
                row.put("readmitted", cells.get(3).equals("Yes") ? "1" : "0");
                row.put(cells.get(4), cells.get(5));
            }
        }
        var terms = List.copyOf(new LinkedHashSet<>(coefficients.keySet()));
        var stays = new StringBuilder("hospital,readmitted");
        var list = new ArrayList<String>();
        var model = new StringBuilder("name,estimate\n(Intercept)," + average + "\nhospital=010001," + (own - average));
        for (int i = 0; i < terms.size(); i++) {
            stays.append(",\"").append(terms.get(i)).append('"');
            list.add('"' + terms.get(i) + '"');
            model.append("\n\"").append(terms.get(i)).append("\",").append(coefficients.get(terms.get(i)));
        }
        for (var row : rows.values()) {
            if (!row.isEmpty()) {
                stays.append("\n010001,").append(row.get("readmitted"));
                terms.forEach(term -> stays.append(',').append(row.getOrDefault(term, "0")));
            }
        }
        var names = files.bytes("model.csv", model.toString().getBytes(StandardCharsets.UTF_8));
        return command(
                        "adjust",
                        files.text(stays.toString()).toString(),
                        "--unit",
                        "hospital",
                        "--outcome",
                        "readmitted",
                        "--kind",
                        "proportion",
                        "--case-mix",
                        String.join(",", list),
                        "--coefficients",
                        names.toString(),
                        "--hierarchical",
                        "--format",
                        "json")
                .answer()
                .unit("010001");
    }

    @ParameterizedTest
    @CsvSource({
        "THA/TKA, 45, 0.035008741, 0.039694900, 0.881945572",
        "COPD, 18, 0.165473510, 0.165414467, 1.000356938",
        "Pneumonia, 32, 0.142423676, 0.141463935, 1.006784353",
        "HF, 25, 0.158781468, 0.163541862, 0.970891890",
        "AMI, 2, 0.180709559, 0.181999719, 0.992911198"
    })
    void hasThePublishedExcessRatio(String measure, double n, double predicted, double expected, double ratio) {
        var hospital = hospital(measure);

        assertThat(hospital.number("n")).isEqualTo(n);
        assertThat(hospital.number("predicted") / n).isCloseTo(predicted, within(1e-9));
        assertThat(hospital.number("shrunken_expected") / n).isCloseTo(expected, within(1e-9));
        assertThat(hospital.number("shrunken_ratio")).isCloseTo(ratio, within(1e-9));
    }

    /** Neutrality modifier × Σ payment share × (ratio − median of the peer group), over the measures that are penalised. */
    @Test
    void leadsToThePublishedPayment() {
        double penalty = 0;
        for (var row : ReferenceData.table(FOLDER + "published_measure_results.csv")) {
            if (row.text("penalty_indicator").equals("Yes")) {
                double excess =
                        hospital(row.text("measure")).number("shrunken_ratio") - row.number("peer_group_median_err");
                penalty += row.number("drg_payment_ratio") * excess;
            }
        }
        var payment = ReferenceData.table(FOLDER + "published_payment.csv");
        double modifier = payment.stream()
                .filter(row -> row.text("item").equals("neutrality_modifier"))
                .findFirst()
                .orElseThrow()
                .number("value");

        assertThat(modifier * penalty).isCloseTo(0.000746079, within(1e-9));
        assertThat(1 - modifier * penalty).isCloseTo(0.9993, within(5e-5));
    }
}
