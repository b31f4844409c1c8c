// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.shared.Words;
import nl.waardeketen.statistics.CaseMixModel;
import nl.waardeketen.statistics.Coefficient;
import nl.waardeketen.statistics.ModelForm;
import nl.waardeketen.statistics.ModelQuality;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How the comparison adjusts for patients.
 *
 * @param form how the model was fitted; {@code null} without one
 * @param discrimination how well the model tells patients apart, in words; {@code null} where that has no number
 * @param fit how well predictions agree with what happened; {@code null} where that is not known
 */
record CaseMixCard(
        boolean fitted,
        String variables,
        @Nullable Phrase form,
        @Nullable Phrase discrimination,
        String cStatistic,
        String patients,
        @Nullable ModelFit fit,
        List<Term> terms,
        List<Remark> remarks) {

    /** A coefficient with its 95 % interval. */
    record Term(String name, String estimate, String interval) {}

    /** What a careful reader should know, with words for when its own are not there. */
    record Remark(Phrase text, Phrase otherwise) {}

    static CaseMixCard of(Selection selection, Indicator indicator) {
        var numbers = selection.numbers();
        var found = selection.model(indicator.code());
        var model = found.map(IndicatorModel::model).orElse(null);
        return new CaseMixCard(
                model != null,
                variables(selection.set(), indicator, selection.locale()),
                model == null ? null : form(model),
                model == null ? null : discrimination(model),
                model == null ? Numbers.NONE : numbers.decimal(model.cStatistic(), 2),
                model == null ? Numbers.NONE : numbers.count((double) model.rowsUsed()),
                model == null || model.quality() == null ? null : ModelFit.of(model.quality(), numbers),
                model == null ? List.of() : terms(selection, model),
                found.map(IndicatorModel::remarks).orElse(List.of()).stream()
                        .map(remark -> remark(remark, selection.set(), selection.locale()))
                        .toList());
    }

    /** A code, the variable it is about, and levels of that variable, with colons between. */
    private static Remark remark(String text, OutcomeSet set, Locale locale) {
        var parts = List.of(text.split(":", -1));
        if (parts.size() == 1) {
            return new Remark(Phrase.of("remark." + text), Phrase.of("remark", text));
        }
        var titles = categories(set, parts.get(1));
        var values = new ArrayList<Object>(List.of(title(set, parts.get(1), locale)));
        parts.subList(2, parts.size()).forEach(level -> {
            var words = titles.get(level);
            values.add(words == null ? level : words.in(locale));
        });
        return new Remark(new Phrase("remark." + parts.get(0), values), Phrase.of("remark", text));
    }

    public boolean adjusts() {
        return !variables.isEmpty();
    }

    private static String variables(OutcomeSet set, Indicator indicator, Locale locale) {
        return indicator.caseMix().stream()
                .map(term -> title(set, term.variable().code(), locale))
                .collect(Collectors.joining(", "));
    }

    private static String title(OutcomeSet set, String variable, Locale locale) {
        return set.described(variable)
                .map(described -> described.title().in(locale))
                .orElse(variable);
    }

    private static Map<String, Words> categories(OutcomeSet set, String variable) {
        return set.described(variable).map(DescribedVariable::categories).orElse(Map.of());
    }

    private static Phrase form(CaseMixModel model) {
        boolean plain = model.form() == ModelForm.LIKELIHOOD;
        return Phrase.of(
                "casemix.form." + (plain ? model.kind().name() : model.form().name()));
    }

    private static @Nullable Phrase discrimination(CaseMixModel model) {
        double c = model.cStatistic();
        if (Double.isNaN(c)) {
            return null;
        }
        return Phrase.of("casemix.c."
                + (c < ModelQuality.BARELY_DISCRIMINATES
                        ? "hardly"
                        : c < 0.7 ? "somewhat" : c < 0.8 ? "fairly" : "strongly"));
    }

    private static List<Term> terms(Selection selection, CaseMixModel model) {
        var numbers = selection.numbers();
        return model.coefficients().stream()
                .map(each -> new Term(
                        name(each, selection.set(), selection.locale()),
                        numbers.decimal(each.estimate(), 2),
                        numbers.interval(each.interval().low(), each.interval().high(), 2)))
                .toList();
    }

    /** "Leeftijd", "ASA-klasse: 3", "Leeftijd^2". */
    private static String name(Coefficient coefficient, OutcomeSet set, Locale locale) {
        var name = coefficient.name();
        int equals = name.indexOf('=');
        if (equals > 0) {
            var variable = name.substring(0, equals);
            var category = name.substring(equals + 1);
            var words = categories(set, variable).get(category);
            return title(set, variable, locale) + ": " + (words == null ? category : words.in(locale));
        }
        int end = Math.max(name.indexOf('~'), name.indexOf('^'));
        return end > 0
                ? title(set, name.substring(0, end), locale) + " " + name.substring(end)
                : title(set, name, locale);
    }
}
