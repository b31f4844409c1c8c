// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Made-up episodes of a nation: patients with a case mix, hospitals that differ, 30 outcomes (24 events, 3 counts, 3
 * durations).
 *
 * <p>usage: Episodes FILE.csv EPISODES HOSPITALS QUARTERS
 */
class Episodes {
    static final int EVENTS = 24;
    static final int COUNTS = 3;
    static final int DURATIONS = 3;

    public static void main(String[] arguments) throws IOException {
        int episodes = Integer.parseInt(arguments[1]);
        int hospitals = Integer.parseInt(arguments[2]);
        int quarters = Integer.parseInt(arguments[3]);
        var chance = new SplittableRandom(20260930);
        int outcomes = EVENTS + COUNTS + DURATIONS;
        var effect = new double[outcomes][hospitals];
        for (var ofOutcome : effect) {
            for (int hospital = 0; hospital < hospitals; hospital++) {
                ofOutcome[hospital] = 0.15 * normal(chance);
            }
        }
        try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])))) {
            out.print("patient,hospital,admission,age,sex,asa,residence,mobility,dementia,urgent");
            for (int i = 0; i < outcomes; i++) {
                out.print(",outcome_" + i);
            }
            out.println();
            for (int row = 0; row < episodes; row++) {
                line(out, row, chance, hospitals, quarters, effect);
            }
        }
    }

    private static void line(
            PrintWriter out, int row, SplittableRandom chance, int hospitals, int quarters, double[][] effect) {
        int hospital = chance.nextInt(hospitals);
        int quarter = chance.nextInt(quarters);
        int age = (int) Math.max(50, Math.min(104, Math.round(80 + 9 * normal(chance))));
        int sex = chance.nextDouble() < 0.3 ? 1 : 2;
        int asa = pick(chance, 0.05, 0.40, 0.47, 0.08);
        int residence = pick(chance, 0.72, 0.10, 0.18);
        int mobility = pick(chance, 0.45, 0.15, 0.30, 0.08, 0.02);
        int dementia = chance.nextDouble() < 0.22 ? 1 : 0;
        int urgent = chance.nextDouble() < 0.6 ? 1 : 0;
        double risk = 0.04 * (age - 80) + (sex == 1 ? 0.4 : 0) + 0.5 * (asa - 2) + 0.2 * (residence - 1)
                + 0.15 * (mobility - 1) + 0.4 * dementia + 0.1 * urgent;
        out.print("P" + row + "," + String.format(Locale.ROOT, "H%02d", hospital) + "," + (2023 + (quarter + 3) / 4) + "-"
                + pad((quarter + 3) % 4 * 3 + 1 + chance.nextInt(3)) + "-"
                + pad(1 + chance.nextInt(28)) + "," + age + "," + sex + "," + asa + "," + residence + "," + mobility + ","
                + dementia + "," + urgent);
        for (int i = 0; i < effect.length; i++) {
            out.print(',');
            if (chance.nextDouble() >= 0.02) {
                out.print(outcome(chance, i, risk + effect[i][hospital]));
            }
        }
        out.println();
    }

    private static String pad(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static String outcome(SplittableRandom chance, int outcome, double risk) {
        if (outcome < EVENTS) {
            double odds = Math.exp(-3.2 + 0.15 * outcome + risk * (0.4 + 0.025 * outcome));
            return chance.nextDouble() < odds / (1 + odds) ? "1" : "0";
        }
        double mean = 6 * Math.exp(0.2 * risk);
        if (outcome < EVENTS + COUNTS) {
            int count = 0;
            for (double left = -Math.log(1 - chance.nextDouble()); left < mean; left -= Math.log(1 - chance.nextDouble())) {
                count++;
            }
            return Integer.toString(count);
        }
        return Long.toString(Math.round(-mean * 12 * (Math.log(1 - chance.nextDouble()) + Math.log(1 - chance.nextDouble()))));
    }

    private static int pick(SplittableRandom chance, double... shares) {
        double left = chance.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return i + 1;
            }
        }
        return shares.length;
    }

    private static double normal(SplittableRandom chance) {
        return Math.sqrt(-2 * Math.log(1 - chance.nextDouble())) * Math.cos(2 * Math.PI * chance.nextDouble());
    }
}
