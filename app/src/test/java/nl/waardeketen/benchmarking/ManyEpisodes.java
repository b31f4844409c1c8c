// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.waardeketen.statistics.CaseMixColumn;
import nl.waardeketen.statistics.CaseMixColumn.Factor;
import nl.waardeketen.statistics.CaseMixColumn.Form;
import nl.waardeketen.statistics.CaseMixColumn.Numeric;
import org.jspecify.annotations.Nullable;

/** Some thousands of made-up episodes of 2024 and 2025, as lines of a file and as columns. */
final class ManyEpisodes {
    private static final int EPISODES = 3_000;
    private static final int HOSPITALS = 12;

    final List<String> lines = new ArrayList<>();
    final String[] hospital = new String[EPISODES];
    final double[] age = new double[EPISODES];
    final @Nullable String[] sex = new String[EPISODES];
    final double[] delirium = new double[EPISODES];
    final double[] falls = new double[EPISODES];
    final double[] days = new double[EPISODES];

    ManyEpisodes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < EPISODES; i++) {
            hospital[i] = "H" + (10 + random.nextInt(HOSPITALS));
            age[i] = random.nextInt(20) == 0 ? Double.NaN : 65 + random.nextInt(30);
            sex[i] = random.nextInt(15) == 0 ? null : random.nextInt(3) == 0 ? "1" : "2";
            double risk = 0.2 + (Double.isNaN(age[i]) ? 0.1 : (age[i] - 65) / 100) + (sex[i] == null ? 0.1 : 0);
            delirium[i] = random.nextDouble() < risk ? 1 : 0;
            falls[i] = random.nextDouble() < risk ? random.nextInt(4) : 0;
            days[i] = Math.round(-8 * (1 + risk) * Math.log(1 - random.nextDouble()));
            lines.add(line(i, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(731))));
        }
    }

    private String line(int i, LocalDate admission) {
        return String.join(
                ",",
                hospital[i],
                String.valueOf(i),
                admission.toString(),
                admission.plusDays((long) days[i]).toString(),
                Double.isNaN(age[i]) ? "" : String.valueOf((int) age[i]),
                String.valueOf(sex[i]),
                "1",
                String.valueOf((int) delirium[i]),
                String.valueOf(i % 7 == 0 ? 1 : 0),
                "1",
                String.valueOf((int) falls[i]));
    }

    List<String> hospitals() {
        return Arrays.stream(hospital).distinct().sorted().toList();
    }

    /** The case mix of the set, one pattern per episode. */
    List<CaseMixColumn> caseMix() {
        var dictionary = new ArrayList<@Nullable String>();
        dictionary.add("1");
        dictionary.add("2");
        dictionary.add(null);
        var codes = Arrays.stream(sex).mapToInt(dictionary::indexOf).toArray();
        return List.of(new Numeric("age", Form.QUADRATIC, age), Factor.of("sex", dictionary, codes));
    }
}
