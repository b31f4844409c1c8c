// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waardeketen.statistics.CodePoints;

/**
 * A delivered file that was read and checked, ready to land. All problems are found before any is reported; a row that
 * breaks a rule goes to quarantine.
 */
public final class CheckedDelivery implements AutoCloseable {
    private static final SqlFile PROBLEMS = SqlFile.named("delivery/problems");
    private static final SqlFile SIZES = SqlFile.named("delivery/sizes");
    private static final SqlFile ORGANISATIONS = SqlFile.named("delivery/organisations");

    private final DeliveryPlan plan;
    private final Extract extract;
    private final LandingQueries queries;
    private final List<Problem> problems;
    private final List<DeliveredOrganisation> organisations;
    private final long rows;
    private final long quarantined;

    /**
     * An organisation in the file.
     *
     * @param line where it stands first
     */
    public record DeliveredOrganisation(String code, long rows, long line) {}

    private record Broken(String variable, String rule, long times, long record, String value) {}

    private record OrganisationRows(String code, long rows, long record) {}

    private CheckedDelivery(DeliveryPlan plan, Extract extract) throws IOException {
        this.plan = plan;
        this.extract = extract;
        queries = new LandingQueries(plan);
        var engine = extract.engine();
        engine.keep("staged", queries.staged(), queries.parameters());
        engine.keep("broken", queries.broken(), Map.of());
        var sizes = engine.numbers(SIZES, Map.of());
        rows = Math.round(sizes.column("rows")[0]);
        quarantined = Math.round(sizes.column("quarantined")[0]);
        if (rows == 0) {
            throw DelimitedFile.refused(
                    extract.file().name(), "file.no-rows", "the file has a header but no rows", "add the rows");
        }
        problems = problems();
        organisations = organisations();
    }

    /**
     * Reads and checks a file.
     *
     * @param name how to call the file in problems
     * @throws InvalidInput when it cannot be read, or lacks a column
     */
    public static CheckedDelivery of(Path file, String name, DeliveryPlan plan, Scratch scratch) throws IOException {
        var roles = Roles.numbered(plan.fileColumns());
        var found = DelimitedFile.inspect(file, name, roles.columns());
        var extract = Extract.of(found, roles, Extract.Reading.DELIVERY, scratch);
        try {
            return new CheckedDelivery(plan, extract);
        } catch (IOException | RuntimeException e) {
            extract.close();
            throw e;
        }
    }

    private List<Problem> problems() throws IOException {
        var broken = extract.engine().query(PROBLEMS, Map.of(), Broken.class);
        var lines = lines(broken.stream().map(Broken::record).toList());
        var found = new ArrayList<Problem>();
        for (var value : broken) {
            found.add(DeliveryRule.of(value.rule())
                    .problem(
                            extract.file().name(),
                            lines.of(value.record()),
                            fileColumn(value.variable()),
                            value.value(),
                            variable(value.variable()),
                            value.times()));
        }
        return found;
    }

    private List<DeliveredOrganisation> organisations() throws IOException {
        var found = extract.engine().query(ORGANISATIONS, Map.of(), OrganisationRows.class);
        var lines = lines(found.stream().map(OrganisationRows::record).toList());
        return found.stream()
                .map(each -> new DeliveredOrganisation(each.code(), each.rows(), lines.of(each.record())))
                .sorted(Comparator.comparing(DeliveredOrganisation::code, CodePoints.ORDER))
                .toList();
    }

    /** Lines of the file on which some records start. */
    private record Lines(List<Long> records, List<Long> lines) {
        long of(long record) {
            return lines.get(Collections.binarySearch(records, record));
        }
    }

    private Lines lines(List<Long> records) throws IOException {
        var ascending = records.stream().distinct().sorted().toList();
        return new Lines(ascending, extract.file().linesOfRecords(ascending));
    }

    private Optional<Variable> variable(String code) {
        return plan.variables().stream()
                .filter(variable -> variable.code().equals(code))
                .findFirst();
    }

    private String fileColumn(String variable) {
        var source = switch (variable) {
            case "organisation" -> plan.organisation();
            case "patient" -> plan.patient();
            default ->
                plan.columns().stream()
                        .filter(column -> column.variable().code().equals(variable))
                        .findFirst()
                        .orElseThrow()
                        .source();
        };
        return source instanceof DeliveryPlan.FromColumn from ? from.column() : variable;
    }

    /** What is wrong, the first places of each rule and column. */
    public List<Problem> found() {
        return problems;
    }

    /** What a careful sender should know of how the file was read. */
    public List<String> notes() {
        return extract.notes();
    }

    public long rows() {
        return rows;
    }

    /** Rows that break a rule. */
    public long quarantined() {
        return quarantined;
    }

    /** Why the delivery as a whole is of another stage than was said, or mixes both; empty when it is not. */
    public Optional<Problem> wrongStage() {
        return StageCheck.of(extract, plan);
    }

    /** The organisations whose rows can land, by code. */
    public List<DeliveredOrganisation> delivered() {
        return organisations;
    }

    /** How the file is called. */
    public String name() {
        return extract.file().name();
    }

    /**
     * Writes the sound rows as Parquet and the others as CSV, with pseudonyms for patients in both.
     *
     * @param landed file to write, in the scratch folder
     * @param kept file for quarantined rows, in the scratch folder
     */
    public void write(Path landed, Path kept, PseudonymKeys keys) {
        var engine = extract.engine();
        Pseudonyms.keep(engine, plan.patients(), keys);
        engine.write(landed, queries.landed());
        if (quarantined > 0) {
            engine.write(kept, queries.quarantined());
        }
    }

    @Override
    public void close() {
        extract.close();
    }
}
