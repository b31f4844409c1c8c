// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRegionTests {
    private static final SampleSize SMALL = new SampleSize(11, 3, 40, 7, "2026Q3", true);

    private final Path folder;

    SampleRegionTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private String bytes(SampleSize size, String name) throws IOException, NoSuchAlgorithmException {
        var region = folder.resolve(name);
        SampleRegion.write(region, size);
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : files(region)) {
            digest.update(region.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path region) throws IOException {
        try (var files = Files.walk(region)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Changes when the sample is meant to change, and then here too. */
    @Test
    void givesTheSameBytesOnEveryMachine() throws IOException, NoSuchAlgorithmException {
        assertThat(bytes(SMALL, "one")).isEqualTo("d3374ae3a36ae6f48258b3b4d9c559092e8ce6e803b2103f648ee5544f5d5e9e");
    }

    @Test
    void givesTheSameBytesInEveryLanguageAndTimeZone() throws IOException, NoSuchAlgorithmException {
        var here = bytes(SMALL, "here");
        var language = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

            assertThat(bytes(SMALL, "there")).isEqualTo(here);
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void givesOtherBytesForAnotherSeed() throws IOException, NoSuchAlgorithmException {
        var other = new SampleSize(11, 3, 40, 8, "2026Q3", true);

        assertThat(bytes(other, "other")).isNotEqualTo(bytes(SMALL, "one"));
    }

    @Test
    void countsItsEpisodes() throws IOException {
        long episodes = SampleRegion.write(folder.resolve("region"), SMALL);

        long lines = 0;
        for (var file : files(folder.resolve("region"))) {
            lines += file.endsWith("episode.csv") ? Files.readAllLines(file).size() - 1 : 0;
        }
        assertThat(episodes).isEqualTo(lines).isBetween(1200L, 1600L);
    }

    @Test
    void makesUpNumbersThatNobodyCanHave() {
        var numbers = new Person.Numbers(123_456_789);
        var seen = new HashSet<Integer>();

        for (int i = 0; i < 200_000; i++) {
            int number = numbers.next();
            assertThat(seen.add(number)).isTrue();
            assertThat(elevenTest(Integer.toString(number))).isNotZero();
        }
    }

    /** Zero for a valid citizen service number: 9, 8 … 2 times the first eight digits, minus the last, modulo 11. */
    private static int elevenTest(String number) {
        assertThat(number).matches("[1-9][0-9]{8}");
        int sum = -Character.digit(number.charAt(8), 10);
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * Character.digit(number.charAt(i), 10);
        }
        return Math.floorMod(sum, 11);
    }

    @Test
    void knowsANumberThatPassesTheElevenTest() {
        assertThat(elevenTest("111222333")).isZero();
    }

    @Test
    void leavesOutTheHistoryOfASingleQuarter() throws IOException {
        SampleRegion.write(folder.resolve("region"), new SampleSize(3, 1, 5, 1, "2025Q1", false));

        try (var files = Files.list(folder.resolve("region"))) {
            assertThat(files.filter(Files::isDirectory).map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "waterlinie-hip-fracture-2025Q1",
                            "noorderkaap-hip-fracture-2025Q1",
                            "waterlinie-colorectal-cancer-2025Q1",
                            "horizont-colorectal-cancer-2025Q1");
        }
    }
}
