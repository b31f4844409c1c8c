// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.shared.NotFound;

/** Answers the questions that pages ask, from releases of every size. */
final class MadeUpDoor {
    static final String OWN = "waterlinie";
    private static final List<Organisation> HOSPITALS = List.of(
            hospital(OWN, "Ziekenhuis De Waterlinie"),
            hospital("horizont", "Ziekenhuis De Horizont"),
            hospital("helmduin", "Ziekenhuis Helmduin"),
            hospital("wilgenoord", "Ziekenhuis Wilgenoord"),
            hospital("kerspelland", "Streekziekenhuis Kerspelland-Noorderkaap"),
            hospital("zilverhaven", "Ziekenhuis Zilverhaven"),
            hospital("lindehove", "Ziekenhuis Lindehove"),
            hospital("oosterbrink", "Ziekenhuis Oosterbrink"),
            hospital("rietmond", "Ziekenhuis Rietmond"),
            hospital("veenrijk", "Ziekenhuis Veenrijk"),
            hospital("duinstroom", "Ziekenhuis Duinstroom"),
            hospital("eikenveld", "Ziekenhuis Eikenveld"));

    private final List<MadeUpRelease> releases;

    MadeUpDoor() {
        var names = HOSPITALS.stream().map(Organisation::code).toList();
        var national = IntStream.rangeClosed(1, 54)
                .mapToObj(i -> String.format(Locale.ROOT, "U%05d", 10_000 + 37 * i))
                .toList();
        releases = List.of(
                MadeUpRelease.of(MadeUpSet.of("hip", "Heupfractuur", "Hip fracture"), names.subList(0, 6), true),
                MadeUpRelease.of(MadeUpSet.of("colon", "Darmkanker", "Colorectal cancer"), names, true),
                MadeUpRelease.of(MadeUpSet.of("heart", "Kinderhartchirurgie", "Child heart surgery"), national, false),
                MadeUpRelease.of(
                        MadeUpSet.of("rare", "Zeldzame aandoening", "Rare disease"), names.subList(0, 1), true),
                MadeUpRelease.of(MadeUpSet.of("pair", "Knieprothese", "Knee replacement"), names.subList(0, 2), true));
    }

    private static Organisation hospital(String code, String name) {
        return new Organisation(code, name, "hospital", true);
    }

    public List<Release> latest() {
        return releases.stream().map(MadeUpRelease::release).toList();
    }

    public Release release(String group) {
        return releases.stream()
                .map(MadeUpRelease::release)
                .filter(release -> release.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new NotFound("release.none", group));
    }

    public List<IndicatorModel> models(UUID release) {
        return of(release).models();
    }

    public List<Result> results(UUID release, Period period, String subgroup) {
        return of(release).results().stream()
                .filter(result ->
                        result.subgroup().equals(subgroup) && result.period().equals(period))
                .toList();
    }

    public List<Result> results(UUID release, String indicator, String subgroup) {
        return of(release).results().stream()
                .filter(result ->
                        result.subgroup().equals(subgroup) && result.indicator().equals(indicator))
                .toList();
    }

    public List<Result> resultsOf(UUID release, String organisation, String subgroup) {
        return of(release).results().stream()
                .filter(result -> result.subgroup().equals(subgroup)
                        && result.organisation().equals(organisation))
                .toList();
    }

    /** Of the own hospital on every indicator that it has patients for. */
    public List<Change> changes(UUID release, String indicator) {
        var period = of(release).release().current();
        return results(release, period, "").stream()
                .filter(result -> result.indicator().equals(indicator)
                        && result.organisation().equals(OWN)
                        && result.compared().totals().n() > 0)
                .map(MadeUpDoor::change)
                .toList();
    }

    private static Change change(Result result) {
        double after = result.compared().adjustedRate();
        long n = result.compared().totals().n();
        double before = after * 1.08;
        double part = after - before;
        return new Change(
                result.indicator(),
                result.organisation(),
                new Period(
                        result.period().from().minusMonths(3),
                        result.period().until().minusMonths(3)),
                result.period(),
                before,
                part / 2,
                part / 4,
                0,
                part / 4,
                after,
                n - 9,
                n - 2,
                n);
    }

    public OutcomeSet require(String group, String version) {
        if (group.equals("broken")) {
            throw new IllegalStateException(version);
        }
        return of(release(group).id()).set();
    }

    public List<Organisation> all() {
        return new ArrayList<>(HOSPITALS);
    }

    MadeUpRelease of(UUID id) {
        return releases.stream()
                .filter(release -> release.release().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
