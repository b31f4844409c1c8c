// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Compared.What;

/**
 * Judges a delivery as a whole by thresholds. It asks only what a check has counted, so that other thresholds need no second
 * look at the files.
 *
 * @param tables what was counted
 * @param found what is wrong with single rows
 * @param compared numbers beside those of the delivery before
 * @param delays median days between a date and its delivery, by variable of the episodes
 */
public record DeliveryJudgement(
        List<TableReport> tables, List<Problem> found, List<Compared> compared, Map<String, Double> delays) {
    /** Fewer values than this say nothing by being the same: what is rare may well be missing among them. */
    private static final int FEWEST_VALUES = 100;

    /** Fewer rows than this say nothing by holding more or less. */
    private static final int FEWEST_ROWS = 50;

    public DeliveryJudgement {
        tables = List.copyOf(tables);
        found = List.copyOf(found);
        compared = List.copyOf(compared);
        delays = Map.copyOf(delays);
    }

    /** Of files by themselves, without calendar and earlier deliveries. */
    static DeliveryJudgement alone(List<TableReport> tables, List<Problem> found) {
        return new DeliveryJudgement(tables, found, List.of(), Map.of());
    }

    /** What goes beyond its threshold, in the order of the tables. */
    public List<Problem> problems(List<Threshold> thresholds) {
        return tables.stream()
                .flatMap(table -> thresholds.stream()
                        .filter(threshold -> threshold.table().equals(table.table()))
                        .flatMap(threshold -> problem(table, threshold)))
                .toList();
    }

    private Stream<Problem> problem(TableReport table, Threshold threshold) {
        var measured = measured(threshold);
        boolean beyond = measured.isPresent() && threshold.isPassedBy(measured.getAsDouble());
        return beyond ? Stream.of(problem(table, threshold, measured.getAsDouble())) : Stream.empty();
    }

    /** What the threshold limits, as it was counted: a share, a relative change or days; empty when it was not. */
    public OptionalDouble measured(Threshold threshold) {
        var table = tables.stream()
                .filter(each -> each.table().equals(threshold.table()))
                .findFirst();
        return table.isEmpty() ? OptionalDouble.empty() : measured(table.get(), threshold);
    }

    private OptionalDouble measured(TableReport table, Threshold threshold) {
        return switch (threshold.measure()) {
            case BROKEN -> OptionalDouble.of(new Share(table.quarantined(), table.rows()).value());
            case RULE -> OptionalDouble.of(new Share(times(threshold), table.rows()).value());
            case COMPLETE, UNCHANGED ->
                counted(table, threshold)
                        .map(share -> OptionalDouble.of(share.value()))
                        .orElse(OptionalDouble.empty());
            case JUMP -> change(table, threshold);
            case LATE ->
                Stream.ofNullable(delays.get(threshold.subject()))
                        .mapToDouble(days -> days)
                        .findFirst();
        };
    }

    private long times(Threshold threshold) {
        return found.stream()
                .filter(problem -> problem.table().equals(threshold.table())
                        && problem.rule().equals("rule." + threshold.subject()))
                .mapToLong(Problem::rows)
                .max()
                .orElse(0);
    }

    private static Optional<Share> counted(TableReport table, Threshold threshold) {
        boolean complete = threshold.measure() == Threshold.Measure.COMPLETE;
        return variable(table, threshold)
                .filter(variable -> complete || variable.given() >= FEWEST_VALUES)
                .map(variable -> complete
                        ? new Share(variable.given(), table.rows())
                        : new Share(variable.mostFrequentRows(), variable.given()));
    }

    private static Optional<VariableReport> variable(TableReport table, Threshold threshold) {
        return table.variables().stream()
                .filter(each -> each.variable().equals(threshold.subject()))
                .findFirst();
    }

    private Stream<Compared> compared(Threshold threshold) {
        return compared.stream()
                .filter(each -> each.what() != What.COMPLETE
                        && each.table().equals(threshold.table())
                        && each.variable().equals(threshold.subject()));
    }

    private OptionalDouble change(TableReport table, Threshold threshold) {
        return table.rows() < FEWEST_ROWS
                ? OptionalDouble.empty()
                : compared(threshold).mapToDouble(Compared::change).max();
    }

    private Problem problem(TableReport table, Threshold threshold, double measured) {
        boolean rule = threshold.measure() == Threshold.Measure.RULE;
        return new Problem(
                table.file(),
                0,
                rule ? "" : threshold.subject(),
                rule ? "rule." + threshold.subject() : "",
                threshold.measure().rule(),
                words(table, threshold, measured),
                remedy(threshold),
                table.table(),
                threshold.severity(),
                rows(table, threshold),
                threshold.owner());
    }

    private long rows(TableReport table, Threshold threshold) {
        return switch (threshold.measure()) {
            case BROKEN -> table.quarantined();
            case RULE -> times(threshold);
            case COMPLETE ->
                counted(table, threshold)
                        .map(share -> share.whole() - share.part())
                        .orElse(0L);
            case UNCHANGED -> counted(table, threshold).map(Share::part).orElse(0L);
            case JUMP, LATE -> 0;
        };
    }

    private String words(TableReport table, Threshold threshold, double measured) {
        double limit = threshold.limit();
        return switch (threshold.measure()) {
            case BROKEN ->
                beyond(new Share(table.quarantined(), table.rows()), "rows break a rule", limit)
                        + "; nothing has landed";
            case RULE ->
                beyond(new Share(times(threshold), table.rows()), "rows break rule." + threshold.subject(), limit)
                        + "; nothing has landed";
            case COMPLETE ->
                "this is filled in for " + text(table, threshold) + " of the rows, less than " + Share.of(limit);
            case UNCHANGED ->
                text(table, threshold) + " of the values are \""
                        + variable(table, threshold)
                                .map(VariableReport::mostFrequent)
                                .orElse("") + "\", more than "
                        + Share.of(limit);
            case JUMP ->
                compared(threshold).findFirst().map(DeliveryJudgement::words).orElse("") + Share.of(limit);
            case LATE -> "the median is " + Math.round(measured) + " days ago, more than " + Math.round(limit);
        };
    }

    private static String beyond(Share share, String what, double limit) {
        return share.part() + " of " + share.whole() + " " + what + ", " + share.text(limit) + ", more than "
                + Share.of(limit);
    }

    private static String text(TableReport table, Threshold threshold) {
        return counted(table, threshold)
                .map(share -> share.text(threshold.limit()))
                .orElse("");
    }

    private static String words(Compared each) {
        var what = each.what() == What.ROWS
                ? "rows per quarter"
                : each.what() == What.MEAN ? "the mean" : "the share of \"" + each.value() + "\"";
        return what + ": " + number(each, each.current()) + " now and " + number(each, each.before())
                + " in the delivery before, a change of more than ";
    }

    private static String number(Compared each, double number) {
        return each.what() == What.SHARE
                ? String.format(Locale.ROOT, "%.1f%%", 100 * number)
                : String.format(Locale.ROOT, "%.4g", number);
    }

    private static String remedy(Threshold threshold) {
        return switch (threshold.measure()) {
            case BROKEN, RULE -> "repair what is listed and deliver again";
            case COMPLETE -> "fill it in where it is known";
            case UNCHANGED -> "see whether the source fills it in by itself";
            case JUMP -> "see whether the extract holds what it held before";
            case LATE -> "deliver sooner after the end of the quarter";
        };
    }
}
