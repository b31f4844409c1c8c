// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** A made-up person, who may come more than once and dies at most once. Days count from 1970. */
final class Person {
    static final int ALIVE = Integer.MAX_VALUE;
    private static final double DAYS_PER_YEAR = 365.2425;
    private static final int DIGITS = 9;

    final int number;
    final int birth;
    final int sex;
    final double frailty;
    final int side;
    private boolean dementia;
    private int fractures;
    private int lastAdmission;
    private int death = ALIVE;

    Person(int number, int birth, int sex, double frailty, int side) {
        this.number = number;
        this.birth = birth;
        this.sex = sex;
        this.frailty = frailty;
        this.side = side;
    }

    int ageAt(int day) {
        return (int) Math.floor((day - birth) / DAYS_PER_YEAR);
    }

    /** The side of this fracture: a second one is on the other side. */
    int sideNow() {
        return fractures == 1 ? side : 3 - side;
    }

    boolean dementia() {
        return dementia;
    }

    int death() {
        return death;
    }

    void admitted(int day, boolean withDementia) {
        fractures++;
        lastAdmission = day;
        dementia = withDementia;
    }

    void dies(int day) {
        death = day;
    }

    /** Whether this person may break the other hip: alive for good, and the first follow-up is over. */
    boolean mayReturn(int day, int daysBetween) {
        return fractures == 1 && death == ALIVE && day - lastAdmission >= daysBetween;
    }

    /**
     * Numbers of nine digits in a fixed, scattered order, none of which can be a citizen service number: they fail the
     * eleven-test.
     */
    static final class Numbers {
        private static final int FIRST = 100_000_000;
        private static final int COUNT = 900_000_000;
        /** Has no factor in common with {@link #COUNT}, so that no number comes twice. */
        private static final long STEP = 611_953_201;

        private long place;

        Numbers(int start) {
            place = Math.floorMod(start, COUNT);
        }

        int next() {
            while (true) {
                place = (place + STEP) % COUNT;
                int number = FIRST + (int) place;
                if (!passesElevenTest(number)) {
                    return number;
                }
            }
        }

        private static boolean passesElevenTest(int number) {
            int sum = -(number % 10);
            int left = number / 10;
            for (int weight = 2; weight <= DIGITS; weight++) {
                sum += weight * (left % 10);
                left /= 10;
            }
            return sum % 11 == 0;
        }
    }
}
