// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waardeketen.analytics.ColumnProfile;
import nl.waardeketen.analytics.ColumnProfile.Frequency;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DescribedVariable;

/** What each value of a column with few values may mean, as a code of the variable. */
final class CodeProposals {
    private static final Map<String, String> YES_OR_NO = Map.ofEntries(
            Map.entry("aanwezig", "1"),
            Map.entry("positief", "1"),
            Map.entry("positive", "1"),
            Map.entry("waar", "1"),
            Map.entry("wel", "1"),
            Map.entry("x", "1"),
            Map.entry("afwezig", "0"),
            Map.entry("negatief", "0"),
            Map.entry("negative", "0"),
            Map.entry("onwaar", "0"),
            Map.entry("niet", "0"),
            Map.entry("geen", "0"));
    private static final Set<String> READ_AS_FLAG =
            Set.of("1", "true", "ja", "yes", "j", "y", "0", "false", "nee", "no", "n");
    private static final Set<String> YES = Set.of("1", "true", "ja", "yes", "j", "y");

    private final DescribedVariable variable;

    CodeProposals(DescribedVariable variable) {
        this.variable = variable;
    }

    /** How a code was found. */
    enum Ground {
        SAME_CODE,
        SAME_TITLE,
        NEAR_TITLE,
        NONE
    }

    /**
     * A value of the file with the code it may stand for.
     *
     * @param code empty when none is found
     */
    record Meant(String value, long rows, String code, Ground ground) {}

    /** Whether the values of the variable are codes. */
    static boolean has(Variable variable) {
        return variable.type() == Variable.Type.CATEGORY || variable.type() == Variable.Type.FLAG;
    }

    List<Meant> of(ColumnProfile column) {
        return column.frequent().stream().map(this::meant).toList();
    }

    /** What part of the rows with a value has a code for it; NaN where the values are too many to tell. */
    static double share(List<Meant> meant) {
        double all = meant.stream().mapToLong(Meant::rows).sum();
        return meant.stream()
                        .filter(each -> each.ground() != Ground.NONE)
                        .mapToLong(Meant::rows)
                        .sum()
                / all;
    }

    /** What is to be written in a mapping: values whose code is not the value itself. */
    static Map<String, String> written(List<Meant> meant) {
        return meant.stream()
                .filter(each -> !each.code().isEmpty() && !each.code().equals(each.value()))
                .collect(Collectors.toMap(Meant::value, Meant::code, (one, other) -> one, LinkedHashMap::new));
    }

    private Meant meant(Frequency value) {
        return variable.variable().type() == Variable.Type.FLAG ? flag(value) : category(value);
    }

    private Meant flag(Frequency value) {
        var plain = ColumnWords.plain(value.value());
        if (READ_AS_FLAG.contains(plain)) {
            return new Meant(value.value(), value.rows(), YES.contains(plain) ? "1" : "0", Ground.SAME_CODE);
        }
        var code = YES_OR_NO.getOrDefault(plain, "");
        return new Meant(value.value(), value.rows(), code, code.isEmpty() ? Ground.NONE : Ground.NEAR_TITLE);
    }

    private Meant category(Frequency value) {
        var codes = variable.categories().keySet();
        var text = value.value();
        if (codes.contains(text)) {
            return new Meant(text, value.rows(), text, Ground.SAME_CODE);
        }
        var plain = ColumnWords.plain(text);
        var padded = codes.stream()
                .filter(code -> number(code).equals(number(plain))
                        || ColumnWords.plain(code).equals(plain))
                .findFirst();
        if (padded.isPresent()) {
            return new Meant(text, value.rows(), padded.get(), Ground.SAME_CODE);
        }
        var same = only(codes.stream().filter(code -> titles(code).anyMatch(title -> title.equals(plain))));
        if (same.isPresent()) {
            return new Meant(text, value.rows(), same.get(), Ground.SAME_TITLE);
        }
        return near(text, plain)
                .map(code -> new Meant(text, value.rows(), code, Ground.NEAR_TITLE))
                .orElse(new Meant(text, value.rows(), "", Ground.NONE));
    }

    /** Without leading zeros, and without a decimal point or comma that says nothing, as spreadsheets write them. */
    private static String number(String code) {
        return code.matches("[0-9]+([.,]0+)?") ? code.replaceAll("[.,]0+$", "").replaceAll("^0+(?=[0-9])", "") : code;
    }

    private Stream<String> titles(String code) {
        var title = variable.categories().get(code);
        return title == null ? Stream.empty() : Stream.of(ColumnWords.plain(title.nl()), ColumnWords.plain(title.en()));
    }

    /** By a beginning that is of one title only, a slip of the pen, a code before the title, or most of its words. */
    private Optional<String> near(String text, String plain) {
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        var codes = variable.categories().keySet();
        var begins = only(codes.stream().filter(code -> titles(code).anyMatch(title -> title.startsWith(plain))));
        if (begins.isPresent()) {
            return begins;
        }
        var slipped = only(codes.stream()
                .filter(code ->
                        plain.length() > 3 && titles(code).anyMatch(title -> ColumnWords.oneSlip(title, plain))));
        if (slipped.isPresent()) {
            return slipped;
        }
        var first = text.strip().split("[^\\p{L}\\p{N}]+", 2)[0];
        return codes.contains(first) ? Optional.of(first) : mostWords(text);
    }

    private Optional<String> mostWords(String text) {
        var words = wordsOf(text);
        String most = null;
        double share = 0.5;
        boolean single = true;
        for (var entry : variable.categories().entrySet()) {
            double shared = Math.max(
                    shared(words, wordsOf(entry.getValue().nl())),
                    shared(words, wordsOf(entry.getValue().en())));
            if (shared >= share) {
                single = shared > share || most == null;
                most = entry.getKey();
                share = shared;
            }
        }
        return single ? Optional.ofNullable(most) : Optional.empty();
    }

    private static Set<String> wordsOf(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{N}]+"))
                .map(ColumnWords::plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static double shared(Set<String> one, Set<String> other) {
        var both = new ArrayList<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    private static Optional<String> only(Stream<String> codes) {
        var found = codes.limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
