// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The variables of the outcome set, in its order. */
enum Column {
    ADMISSION(Type.DATE, episode -> Moments.date(episode.admission().day())),
    ARRIVAL(Type.TIME, episode -> viaEmergency(episode, episode.admission().arrival())),
    ED_DEPARTURE(Type.TIME, episode -> viaEmergency(episode, episode.course().departure())),
    AGE(18, 115, episode -> mix(episode).age()),
    SEX(1, 2, Type.CATEGORY, episode -> mix(episode).sex()),
    ASA(1, 5, Type.CATEGORY, episode -> mix(episode).asa()),
    RESIDENCE(1, 4, Type.CATEGORY, episode -> mix(episode).residence()),
    MOBILITY_BEFORE(1, 5, Type.CATEGORY, episode -> mix(episode).mobility()),
    KATZ_BEFORE(0, 6, episode -> mix(episode).katz()),
    DEMENTIA(Type.FLAG, episode -> flag(mix(episode).dementia())),
    OSTEOPOROSIS(Type.FLAG, episode -> flag(mix(episode).osteoporosis())),
    MALNUTRITION(Type.FLAG, episode -> flag(mix(episode).malnutrition())),
    FRACTURE_TYPE(1, 5, Type.CATEGORY, episode -> mix(episode).fracture()),
    SIDE(1, 2, Type.CATEGORY, episode -> episode.admission().side()),
    TREATMENT(0, 5, Type.CATEGORY, episode -> surgery(episode).treatment()),
    SURGERY_START(Type.TIME, episode -> Moments.time(surgery(episode).start())),
    COMANAGEMENT(Type.FLAG, episode -> flag(stay(episode).coManaged())),
    MOBILISED(
            Type.FLAG,
            episode -> surgery(episode).done() ? flag(surgery(episode).mobilised()) : ""),
    DELIRIUM(Type.FLAG, episode -> flag(stay(episode).delirium())),
    BONE_TREATMENT(Type.FLAG, episode -> flag(stay(episode).boneTreated())),
    DISCHARGE(Type.DATE, episode -> Moments.date(episode.known(stay(episode).discharge()))),
    DISCHARGE_TO(
            1,
            5,
            Type.CATEGORY,
            episode -> episode.isDischarged() ? stay(episode).destination() : Moments.NONE),
    REOPERATION(
            Type.DATE, episode -> Moments.date(episode.known(surgery(episode).reoperation()))),
    DEATH(Type.DATE, episode -> Moments.date(episode.death())),
    FOLLOWED_UNTIL(Type.DATE, episode -> Moments.date(episode.extracted())),
    FOLLOWUP(Type.DATE, episode -> Moments.date(episode.known(followUp(episode).day()))),
    MOBILITY_3M(1, 5, Type.CATEGORY, episode -> later(episode, followUp(episode).mobility())),
    KATZ_3M(0, 6, episode -> later(episode, followUp(episode).katz())),
    RESIDENCE_3M(
            1, 4, Type.CATEGORY, episode -> later(episode, followUp(episode).residence()));

    /** Types of the outcome set with their names in a Frictionless schema. */
    enum Type {
        DATE("date"),
        TIME("datetime"),
        INTEGER("integer"),
        FLAG("boolean"),
        CATEGORY("string");

        final String frictionless;

        Type(String frictionless) {
            this.frictionless = frictionless;
        }
    }

    private static final List<Column> REQUIRED = List.of(ADMISSION, AGE, SEX, FRACTURE_TYPE, TREATMENT);

    private final Type type;
    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Function<Episode, String> value;

    Column(Type type, Function<Episode, String> value) {
        this.type = type;
        this.least = 0;
        this.most = 0;
        this.value = value;
    }

    Column(int least, int most, Function<Episode, Integer> number) {
        this(least, most, Type.INTEGER, number);
    }

    Column(int least, int most, Type type, Function<Episode, Integer> number) {
        this.type = type;
        this.least = least;
        this.most = most;
        this.value = episode -> text(number.apply(episode));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Type type() {
        return type;
    }

    boolean isRequired() {
        return REQUIRED.contains(this);
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** Codes of the categories. */
    List<String> categories() {
        return IntStream.rangeClosed(least, most).mapToObj(Integer::toString).toList();
    }

    String value(Episode episode) {
        return value.apply(episode);
    }

    private static CaseMix mix(Episode episode) {
        return episode.admission().mix();
    }

    private static Course.Surgery surgery(Episode episode) {
        return episode.course().surgery();
    }

    private static Course.Stay stay(Episode episode) {
        return episode.course().stay();
    }

    private static Course.FollowUp followUp(Episode episode) {
        return episode.course().followUp();
    }

    private static int later(Episode episode, int value) {
        return episode.isFollowedUp() ? value : Moments.NONE;
    }

    private static String viaEmergency(Episode episode, int minute) {
        return episode.admission().viaEmergency() ? Moments.time(minute) : "";
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    private static String text(int number) {
        return number == Moments.NONE ? "" : Integer.toString(number);
    }
}
