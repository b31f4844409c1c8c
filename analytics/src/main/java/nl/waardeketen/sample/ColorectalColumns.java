// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

import java.util.List;
import java.util.stream.Stream;

/** The variables of the outcome set of colorectal cancer, in its order. */
final class ColorectalColumns {
    private static final Columns<ColorectalJourney> A = new Columns<>();

    static final List<Column<ColorectalJourney>> ALL = Stream.of(
                    moments(), patient(), tumour(), operation(), specimen(), recovery(), later())
            .flatMap(List::stream)
            .toList();

    private ColorectalColumns() {}

    private static List<Column<ColorectalJourney>> moments() {
        return List.of(
                A.date("surgery", episode -> episode.journey().day()).required(),
                A.date("pathology", episode -> episode.known(before(episode).pathology()))
                        .lost(0.03),
                A.date("first_treatment", episode -> before(episode).first()).lost(0.02));
    }

    private static List<Column<ColorectalJourney>> patient() {
        return List.of(
                A.integer("age", 18, 115, episode -> mix(episode).age()).required(),
                A.category("sex", 1, 2, episode -> mix(episode).sex()).required(),
                A.category("asa", 1, 5, episode -> mix(episode).asa()).lost(0.01),
                A.integer("bmi", 10, 80, episode -> mix(episode).bmi()).lost(0.04),
                A.integer("charlson", 0, 20, episode -> mix(episode).charlson()).lost(0.02));
    }

    private static List<Column<ColorectalJourney>> tumour() {
        return List.of(
                A.category("location", 1, 3, episode -> mix(episode).location()).required(),
                A.category("ct", 1, 3, episode -> mix(episode).stage()).lost(0.03),
                A.flag("metastases", episode -> mix(episode).metastases()).lost(0.015),
                A.category("urgency", 1, 2, episode -> mix(episode).urgent() ? 2 : 1)
                        .required(),
                A.flag("complication_before", episode -> mix(episode).complicated())
                        .lost(0.02),
                A.flag("earlier_surgery", episode -> mix(episode).operatedBefore())
                        .lost(0.03),
                A.category("neoadjuvant", 1, 3, episode -> mix(episode).neoadjuvant())
                        .lost(0.01),
                A.flag("mdt", episode -> before(episode).discussed()).lost(0.02));
    }

    private static List<Column<ColorectalJourney>> operation() {
        return List.of(
                A.category("operation", 1, 4, episode -> operation(episode).kind())
                        .required(),
                A.category("approach", 1, 3, episode -> operation(episode).approach())
                        .lost(0.01),
                A.flag("anastomosis", episode -> operation(episode).joined()).lost(0.01),
                A.category("stoma", 1, 3, episode -> operation(episode).stoma()).lost(0.01));
    }

    private static List<Column<ColorectalJourney>> specimen() {
        return List.of(
                A.flag("radical", episode -> specimen(episode).radical()).lost(0.02),
                A.category("pt", 0, 4, episode -> specimen(episode).depth()).lost(0.015),
                A.integer("crm", 0, 100, episode -> specimen(episode).margin())
                        .where(episode -> episode.journey().admission().rectum())
                        .lost(0.08),
                A.integer("nodes", 0, 150, episode -> specimen(episode).nodes()).lost(0.02));
    }

    private static List<Column<ColorectalJourney>> recovery() {
        return List.of(
                A.flag("leak", episode -> recovery(episode).leak())
                        .where(episode -> operation(episode).joined())
                        .lost(0.015),
                A.date(
                        "reintervention",
                        episode -> episode.known(recovery(episode).reintervention())),
                A.category("complication", 0, 5, episode -> recovery(episode).grade())
                        .lost(0.02),
                A.date("discharge", episode -> episode.known(recovery(episode).discharge()))
                        .lost(0.004),
                A.date("readmission", episode -> episode.known(recovery(episode).readmission())));
    }

    private static List<Column<ColorectalJourney>> later() {
        return List.of(
                A.date("death", Episode::death),
                A.date("followed_until", Episode::extracted).lost(0.01),
                A.number(
                                "qol_before",
                                0,
                                100,
                                episode -> QualityOfLife.score(quality(episode).before()))
                        .lost(0.15),
                A.number(
                                "qol_3m",
                                0,
                                100,
                                episode -> QualityOfLife.score(quality(episode).after3()))
                        .where(episode -> episode.isKnown(quality(episode).day3()))
                        .atFollowUp(),
                A.number(
                                "qol_12m",
                                0,
                                100,
                                episode -> QualityOfLife.score(quality(episode).after12()))
                        .where(episode -> episode.isKnown(quality(episode).day12()))
                        .lost(0.15)
                        .atFollowUp(),
                A.integer("cost", 0, 1_000_000, ColorectalPath::cost));
    }

    private static ColorectalCaseMix mix(Episode<ColorectalJourney> episode) {
        return episode.journey().admission().mix();
    }

    private static ColorectalCourse.Before before(Episode<ColorectalJourney> episode) {
        return episode.journey().course().before();
    }

    private static ColorectalCourse.Operation operation(Episode<ColorectalJourney> episode) {
        return episode.journey().course().operation();
    }

    private static ColorectalCourse.Specimen specimen(Episode<ColorectalJourney> episode) {
        return episode.journey().course().specimen();
    }

    private static ColorectalCourse.Recovery recovery(Episode<ColorectalJourney> episode) {
        return episode.journey().course().recovery();
    }

    private static ColorectalCourse.Quality quality(Episode<ColorectalJourney> episode) {
        return episode.journey().course().quality();
    }
}
