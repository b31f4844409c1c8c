// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.waardeketen.statistics.CodePoints;

/**
 * The tables of a delivery, read and checked, ready to land. All problems are found before any is reported; a row that
 * breaks a rule goes to quarantine.
 */
public final class CheckedDelivery implements AutoCloseable {
    /** Twenty million activities fit in it; two deliveries may be checked at once. */
    private static final int MOST_MEGABYTES = 3_000;

    private static final int LEAST_MEGABYTES = 2_000;
    private static final int SHARE = 4;

    private static final int MOST_SORTED = 500_000;

    private static final SqlFile ORGANISATIONS = SqlFile.named("delivery/organisations");

    private static final SqlFile LEFT_OUT = SqlFile.named("delivery/left_out");

    private static final ComposedQuery NOBODY =
            new ComposedQuery("delivery/nobody", "SELECT 0 AS record, '' AS patient WHERE false");

    private static final ComposedQuery LEFT_OUT_ROWS = new ComposedQuery(
            "delivery/left_out_rows",
            "SELECT patient, count(*) AS rows FROM left_out"
                    + " WHERE record NOT IN (SELECT record FROM kept_out) GROUP BY patient ORDER BY patient");

    private final DeliveryPlan plan;
    private final DuckDbEngine engine;
    private final List<StagedTable> tables = new ArrayList<>();
    private final Scratch scratch;
    private final CheckReport report;

    private record OrganisationRows(String code, long rows, long record) {}

    private CheckedDelivery(DeliveryPlan plan, DuckDbEngine engine, Scratch scratch) throws IOException {
        this.plan = plan;
        this.engine = engine;
        this.scratch = scratch;
        stage();
        tables.forEach(StagedTable::judge);
        for (var table : tables) {
            findPeople(table);
        }
        report = checked();
    }

    /** Who is in a table. Where identifiers are not written the way they are hashed, that is put right for all its rows. */
    private void findPeople(StagedTable table) {
        engine.keep("people_" + table.code(), people(table), Map.of());
        var written = new ComposedQuery(
                "delivery/otherwise_written",
                "SELECT count(*) AS number FROM people_" + table.code() + " WHERE patient <> identifier(patient)");
        if (plan.patients() == DeliveryPlan.Stage.IDENTIFIERS
                && engine.query(written, Map.of(), Count.class).get(0).number() > 0) {
            table.writeIdentifiersAlike();
            engine.keep("people_" + table.code(), people(table), Map.of());
        }
    }

    private static ComposedQuery people(StagedTable table) {
        return new ComposedQuery("delivery/people", "SELECT DISTINCT patient FROM staged_" + table.code());
    }

    /**
     * Reads and checks the files of a delivery.
     *
     * @throws InvalidInput when one cannot be read, or lacks a column
     */
    public static CheckedDelivery of(DeliveryPlan plan, Scratch scratch) throws IOException {
        var files = plan.tables().stream().map(TablePlan::file).distinct().toList();
        var engine = DuckDbEngine.open(files, scratch.folder(), megabytes());
        try {
            return new CheckedDelivery(plan, engine, scratch);
        } catch (IOException | RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static int megabytes() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long share = machine.getTotalMemorySize() / 1_000_000 / SHARE;
        return (int) Math.max(LEAST_MEGABYTES, Math.min(MOST_MEGABYTES, share));
    }

    /** All that cannot be read is told at once. */
    private void stage() throws IOException {
        var problems = new ArrayList<Problem>();
        for (var table : plan.tables()) {
            try {
                tables.add(StagedTable.of(table, plan, engine, scratch));
            } catch (InvalidInput e) {
                e.problems()
                        .forEach(
                                problem -> problems.add(problem.in(table.table().code())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private CheckReport checked() throws IOException {
        var reports = new ArrayList<TableReport>();
        var problems = new ArrayList<Problem>();
        var organisations = new LinkedHashMap<String, DeliveredOrganisation>();
        for (var table : tables) {
            reports.add(checked(table, problems));
            for (var found : organisations(table)) {
                organisations.merge(
                        found.code(),
                        found,
                        (one, other) -> new DeliveredOrganisation(one.code(), one.rows() + other.rows(), one.line()));
            }
        }
        problems.addAll(DeliveryJudgement.alone(reports, problems).problems(plan.thresholds()));
        return new CheckReport(
                reports,
                problems,
                tables.stream()
                        .flatMap(table -> table.notes().stream())
                        .distinct()
                        .toList(),
                organisations.values().stream()
                        .sorted((one, other) -> CodePoints.ORDER.compare(one.code(), other.code()))
                        .toList());
    }

    private TableReport checked(StagedTable table, List<Problem> problems) throws IOException {
        table.look();
        long rows = table.rows();
        if (rows == 0) {
            throw DelimitedFile.refused(
                    table.plan().name(), "file.no-rows", "the file has a header but no rows", "add the rows");
        }
        engine.define("people", new ComposedQuery("people", "SELECT * FROM people_" + table.code()));
        boolean episodes = plan.table(TableDefinition.EPISODE).findAny().isPresent();
        if (episodes) {
            engine.define("episode_people", new ComposedQuery("people", "SELECT * FROM people_episode"));
        }
        var late = new LateRules(table);
        late.judge(rows, episodes);
        var broken = table.broken();
        var found = new ArrayList<>(table.problems(broken));
        found.addAll(late.problems());
        found.addAll(new OtherColumns(table.plan(), table.extract()).problems(engine));
        found.sort(Problem.IN_FILE_ORDER);
        problems.addAll(found);
        var variables = new TableStatistics(table, rows).report(StagedTable.brokenValues(broken));
        return new TableReport(table.code(), table.plan().name(), rows, table.quarantined(), variables);
    }

    private List<DeliveredOrganisation> organisations(StagedTable table) throws IOException {
        var found = engine.query(ORGANISATIONS, Map.of(), OrganisationRows.class);
        var lines = table.lines(found.stream().map(OrganisationRows::record).toList());
        return found.stream()
                .map(each -> new DeliveredOrganisation(each.code(), each.rows(), lines.of(each.record())))
                .toList();
    }

    /** What was found. */
    public CheckReport report() {
        return report;
    }

    /**
     * Writes the sound rows of each table as {@code <table>/<table>.parquet} and the others as {@code <table>.csv}, with
     * pseudonyms for patients in both.
     *
     * @param folder for sound rows, in the scratch folder
     * @param quarantine for the others, in the scratch folder
     * @param objecting patients whose rows are written nowhere
     * @return by table, the sound rows that are left out for them
     */
    public Map<String, LakeFiles.Found> write(
            Path folder, Path quarantine, PseudonymKeys keys, Collection<LakeFiles.LeftOut> objecting)
            throws IOException {
        var people = tables.stream()
                .map(table -> "SELECT patient FROM people_" + table.code())
                .collect(Collectors.joining(" UNION ALL "));
        engine.define("people", new ComposedQuery("people", people));
        Pseudonyms.keep(engine, plan.patients(), keys);
        if (!objecting.isEmpty()) {
            engine.keep("objecting", LakeFiles.OBJECTING, LakeFiles.entries(objecting));
        }
        var found = new LinkedHashMap<String, LakeFiles.Found>();
        for (var table : tables) {
            var code = table.code();
            table.look();
            found.put(code, leftOut(!objecting.isEmpty()));
            engine.write(
                    Files.createDirectory(folder.resolve(code)).resolve(code + ".parquet"),
                    landed(table, !objecting.isEmpty()));
            new Quarantine(table).write(quarantine.resolve(code + ".csv"));
        }
        return found;
    }

    /** The same with nobody who objects. */
    public void write(Path folder, Path quarantine, PseudonymKeys keys) throws IOException {
        write(folder, quarantine, keys, List.of());
    }

    private LakeFiles.Found leftOut(boolean some) {
        engine.keep("left_out", some ? LEFT_OUT : NOBODY, Map.of());
        var rows = engine.query(LEFT_OUT_ROWS, Map.of(), LakeFiles.PatientRows.class);
        return LakeFiles.found(rows);
    }

    private record Count(long number) {}

    /** In the order of the file, unless the table is so large that sorting takes long; nothing depends on it. */
    private static ComposedQuery landed(StagedTable table, boolean leftOut) {
        var variables = table.plan().variables().stream()
                .map(variable -> ", " + variable.code())
                .collect(Collectors.joining());
        var sound = (table.hasLate() ? " AND record NOT IN (SELECT record FROM kept_out)" : "")
                + (leftOut ? " AND record NOT IN (SELECT record FROM left_out)" : "");
        return new ComposedQuery(
                "delivery/landed",
                "SELECT organisation, pseudonym AS patient" + variables
                        + " FROM staged JOIN pseudonym USING (patient) WHERE t_row IS NULL" + sound
                        + (table.rows() > MOST_SORTED ? "" : " ORDER BY record"));
    }

    @Override
    public void close() {
        tables.forEach(table -> table.extract().close());
        engine.close();
    }
}
