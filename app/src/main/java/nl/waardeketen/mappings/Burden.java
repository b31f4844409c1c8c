// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.VariableUse;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.deliveries.DeliveryFile;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What registering for a patient group asks, and what of it is used: fields of an episode with the indicators that need them.
 * A field is used when an indicator or a subgroup would change without it; a rule that judges deliveries is no use by itself.
 *
 * @param region {@code null} where fewer than three hospitals deliver, as the others' numbers could be told from it
 */
record Burden(
        String group,
        String title,
        Phrase answer,
        List<Figure> figures,
        List<Field> fields,
        List<Field> unused,
        @Nullable Phrase own,
        @Nullable Phrase region,
        @Nullable Phrase saving,
        List<MappingsPage.Group> groups) {

    /** Fewer, and a hospital could tell another's number from the sum. */
    static final int FEWEST_HOSPITALS = 3;

    /** A number with what it counts. */
    record Figure(String key, String value) {}

    /**
     * A field.
     *
     * @param share of the field with the most indicators, in per cent, for the bar
     * @param reason why it is proposed to be left out; {@code null} for one that is used
     */
    record Field(
            String code,
            String title,
            boolean required,
            int indicators,
            String share,
            String names,
            List<Phrase> roles,
            @Nullable Phrase reason) {}

    /**
     * What was delivered in the last twelve months, as far as it still counts.
     *
     * @param episodes of all hospitals together
     * @param own episodes of the organisation that looks
     */
    record Volume(int hospitals, long episodes, long own) {
        /** Of these deliveries, of which only the episodes count: it is their variables that are asked. */
        static Volume of(List<Delivery> deliveries, String organisation) {
            return new Volume(
                    (int) deliveries.stream()
                            .flatMap(delivery -> delivery.organisations().stream())
                            .distinct()
                            .count(),
                    deliveries.stream().mapToLong(Volume::episodes).sum(),
                    deliveries.stream()
                            .filter(delivery -> delivery.organisation().equals(organisation))
                            .mapToLong(Volume::episodes)
                            .sum());
        }

        private static long episodes(Delivery delivery) {
            return delivery.files().stream()
                    .filter(file -> file.table().equals(DeliveryTable.EPISODE))
                    .mapToLong(DeliveryFile::rows)
                    .sum();
        }
    }

    static Burden of(OutcomeSet set, Volume volume, List<OutcomeSet> sets, Locale locale) {
        var uses = VariableUse.of(set);
        int most = uses.stream().mapToInt(use -> use.indicators().size()).max().orElse(0);
        var fields = uses.stream().map(use -> field(set, use, most, locale)).toList();
        var unused = fields.stream().filter(field -> field.reason() != null).toList();
        var numbers = Numbers.in(locale);
        long required = fields.stream().filter(Field::required).count();
        long all = fields.size();
        boolean region = volume.hospitals() >= FEWEST_HOSPITALS;
        return new Burden(
                set.code(),
                set.title().in(locale),
                Phrase.of(
                        unused.isEmpty()
                                ? "burden.answer.all"
                                : unused.size() == 1 ? "burden.answer.one" : "burden.answer",
                        numbers.count((double) unused.size()),
                        numbers.count((double) all)),
                List.of(
                        new Figure("burden.asked", numbers.count((double) all)),
                        new Figure("burden.required", numbers.count((double) required)),
                        new Figure("burden.used", numbers.count((double) (all - unused.size()))),
                        new Figure("burden.unused", numbers.count((double) unused.size()))),
                fields,
                unused,
                volume.own() == 0
                        ? null
                        : Phrase.of(
                                "burden.own",
                                numbers.count((double) volume.own()),
                                numbers.count((double) all),
                                numbers.count((double) (all * volume.own()))),
                !region
                        ? null
                        : Phrase.of(
                                "burden.region",
                                numbers.count((double) volume.hospitals()),
                                numbers.count((double) volume.episodes()),
                                numbers.count((double) all),
                                numbers.count((double) (all * volume.episodes()))),
                !region || unused.isEmpty()
                        ? null
                        : Phrase.of("burden.saving", numbers.count((double) (unused.size() * volume.episodes()))),
                sets.stream()
                        .map(each ->
                                new MappingsPage.Group(each.code(), each.title().in(locale)))
                        .toList());
    }

    private static Field field(OutcomeSet set, VariableUse use, int most, Locale locale) {
        var described = set.described(use.variable().code());
        var names = set.indicators().stream()
                .filter(indicator -> use.indicators().contains(indicator.code()))
                .map(indicator -> indicator.title().in(locale))
                .toList();
        int count = use.indicators().size();
        return new Field(
                use.variable().code(),
                described
                        .map(DescribedVariable::title)
                        .map(title -> title.in(locale))
                        .orElse(use.variable().code()),
                use.variable().required(),
                count,
                most == 0 ? "0" : String.valueOf(Math.round(100.0 * count / most)),
                String.join(", ", names),
                roles(use),
                use.isUnused() ? reason(use) : null);
    }

    private static List<Phrase> roles(VariableUse use) {
        var roles = new ArrayList<Phrase>();
        add(roles, "burden.role.population", use.population());
        add(roles, "burden.role.measure", use.measure());
        add(roles, "burden.role.date", use.periodDate());
        add(roles, "burden.role.mix", use.caseMix());
        add(roles, "burden.role.subgroup", use.subgroups());
        add(roles, "burden.role.rule", use.rules());
        return roles;
    }

    private static void add(List<Phrase> roles, String key, List<String> users) {
        if (!users.isEmpty()) {
            roles.add(new Phrase(key, List.of(String.valueOf(users.size()))));
        }
    }

    private static Phrase reason(VariableUse use) {
        if (!use.rules().isEmpty()) {
            return Phrase.of("burden.reason.rule", String.join(", ", use.rules()));
        }
        return use.variable().required() ? Phrase.of("burden.reason.required") : Phrase.of("burden.reason.nothing");
    }
}
