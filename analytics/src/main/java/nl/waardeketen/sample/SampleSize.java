// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/**
 * How large a sample region is.
 *
 * @param hospitals hospitals of the region, of which 6 in 11 deliver hip fractures and 7 in 11 colorectal cancer, and at least 2 each
 * @param quarters quarters of the whole sample, the last included
 * @param episodesPerQuarter mean per hospital and patient group
 * @param seed the same seed gives the same bytes
 * @param lastQuarter for example {@code 2026Q3}
 * @param plantedErrors whether one last delivery of each patient group gets errors, which the truth lists
 */
public record SampleSize(
        int hospitals, int quarters, int episodesPerQuarter, long seed, String lastQuarter, boolean plantedErrors) {
    private static final int MOST_HOSPITALS = 99;
    private static final int MOST_QUARTERS = 40;
    private static final int MOST_EPISODES = 10_000;
    private static final int FEWEST_WITH_ERRORS = 20;

    public SampleSize {
        requireBetween("hospitals", hospitals, 2, MOST_HOSPITALS);
        requireBetween("quarters", quarters, 1, MOST_QUARTERS);
        requireBetween("episodes per quarter", episodesPerQuarter, 1, MOST_EPISODES);
        if (plantedErrors && episodesPerQuarter < FEWEST_WITH_ERRORS) {
            throw new IllegalArgumentException(
                    "errors need at least " + FEWEST_WITH_ERRORS + " episodes per quarter, not " + episodesPerQuarter);
        }
        Quarter.of(lastQuarter);
    }

    /** Eleven hospitals, three years, about 90 episodes per hospital and quarter, no errors. */
    public static SampleSize usual() {
        return new SampleSize(11, 12, 90, 1, "2026Q3", false);
    }

    /** How many hospitals deliver hip fractures. */
    int withHipFracture() {
        return (int) Math.max(2, Math.round(hospitals * 6 / 11.0));
    }

    /** How many hospitals deliver colorectal cancer. */
    int withColorectalCancer() {
        return (int) Math.max(2, Math.round(hospitals * 7 / 11.0));
    }

    Quarter last() {
        return Quarter.of(lastQuarter);
    }

    Quarter first() {
        return last().minus(quarters - 1);
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
