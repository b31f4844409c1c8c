// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nl.waardeketen.analytics.Period;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.home.OnBehalf;
import nl.waardeketen.statistics.ShrunkenUnit;
import nl.waardeketen.statistics.UnitColumns;
import nl.waardeketen.statistics.UnitTotals;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases in the database. Rows of results are seen by those who may see them, whatever is asked. */
@Repository
class ReleaseRecords {
    private static final List<String> NUMBERS = Stream.of(UnitColumns.NUMBERS, ShrunkenUnit.NUMBERS)
            .flatMap(List::stream)
            .toList();
    private static final String COLUMNS = String.join(", ", NUMBERS);
    private static final String INSERT =
            "INSERT INTO benchmarking.result (release, outcome_set, period, indicator, indicator_version, organisation,"
                    + " subgroup, missing, exposure, variance, signal, " + COLUMNS + ") SELECT ?, ?, t.* FROM unnest("
                    + "?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::float8[], ?::float8[], ?::text[]"
                    + ", ?::float8[]".repeat(NUMBERS.size()) + ") AS t";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final OnBehalf onBehalf;

    ReleaseRecords(JdbcClient database, JdbcTemplate batches, OnBehalf onBehalf) {
        this.database = database;
        this.batches = batches;
        this.onBehalf = onBehalf;
    }

    void add(Release release, OutcomeSet set, List<UUID> deliveries, String resultsSha256) {
        database.sql("""
                INSERT INTO benchmarking.release VALUES (:id, :set, :version, :disclosure, :reference,
                    string_to_array(:periods, ' '), :episodes, :computed, :code, CAST(string_to_array(:deliveries, ' ') AS uuid[]),
                    :sha256, :leftOut)""")
                .param("id", release.id())
                .param("set", release.group())
                .param("version", release.outcomeSet())
                .param("disclosure", set.disclosure() == OutcomeSet.Disclosure.PUBLIC ? "public" : "controlled")
                .param("reference", release.reference().toString())
                .param("periods", joined(release.periods().stream().map(Period::toString)))
                .param("episodes", release.episodes())
                .param("leftOut", release.leftOut())
                .param("computed", Timestamp.from(release.computedAt()))
                .param("code", release.codeVersion())
                .param("deliveries", joined(deliveries.stream().map(UUID::toString)))
                .param("sha256", resultsSha256)
                .update();
    }

    private static String joined(Stream<String> texts) {
        return String.join(" ", texts.toList());
    }

    void addModel(UUID release, String indicator, String document) {
        database.sql("INSERT INTO benchmarking.model VALUES (:release, :indicator, CAST(:document AS jsonb))")
                .param("release", release)
                .param("indicator", indicator)
                .param("document", document)
                .update();
    }

    /** Results of one organisation, written on its behalf. */
    void addResults(UUID release, OutcomeSet set, String organisation, List<Result> results) {
        onBehalf.of(organisation);
        batches.update(INSERT, statement -> {
            statement.setObject(1, release);
            statement.setString(2, set.code());
            var columns = new ArrayColumns(statement, results);
            columns.texts(3, result -> result.period().toString());
            columns.texts(4, Result::indicator);
            columns.set(
                    5, results.stream().mapToInt(result -> version(set, result)).toArray());
            columns.texts(6, Result::organisation);
            columns.texts(7, Result::subgroup);
            columns.set(8, results.stream().mapToLong(Result::missing).toArray());
            columns.numbers(9, result -> result.compared().totals().exposure());
            columns.numbers(10, result -> result.compared().totals().variance());
            columns.texts(11, result -> UnitColumns.signal(result.compared()));
            var rows = results.stream().map(ReleaseRecords::numbers).toArray(double[][]::new);
            for (int i = 0; i < NUMBERS.size(); i++) {
                int column = i;
                columns.set(
                        12 + i,
                        Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
            }
        });
    }

    private static double[] numbers(Result result) {
        return DoubleStream.concat(
                        Arrays.stream(UnitColumns.numbers(result.compared())),
                        Arrays.stream(result.shrunken().numbers()))
                .toArray();
    }

    private static int version(OutcomeSet set, Result result) {
        return set.indicator(result.indicator()).orElseThrow().version();
    }

    /** Columns of rows as arrays, so that many rows go in one statement; of their own type, so that no number becomes text. */
    private record ArrayColumns(PreparedStatement statement, List<Result> results) {
        void texts(int parameter, Function<Result, String> text) throws SQLException {
            set(parameter, results.stream().map(text).toArray(String[]::new));
        }

        void numbers(int parameter, ToDoubleFunction<Result> number) throws SQLException {
            set(parameter, results.stream().mapToDouble(number).toArray());
        }

        void set(int parameter, Object values) throws SQLException {
            statement.setObject(parameter, values);
        }
    }

    /** The newest release of each patient group, by group. */
    List<Release> latest() {
        return database.sql("SELECT DISTINCT ON (outcome_set) * FROM benchmarking.release"
                        + " ORDER BY outcome_set, computed_at DESC, id")
                .query(ReleaseRecords::release)
                .list();
    }

    /** The deliveries that a release was computed from. */
    List<UUID> deliveries(UUID release) {
        return database.sql("SELECT unnest(deliveries) FROM benchmarking.release WHERE id = :release")
                .param("release", release)
                .query(UUID.class)
                .list();
    }

    /** Results of one organisation in one period, read on its behalf. */
    List<Result> own(UUID release, Period period, String organisation) {
        onBehalf.of(organisation);
        return ofPeriod(release, period, "").stream()
                .filter(result -> result.organisation().equals(organisation))
                .toList();
    }

    Optional<Release> latest(String group) {
        return database.sql("SELECT * FROM benchmarking.release WHERE outcome_set = :group"
                        + " ORDER BY computed_at DESC, id LIMIT 1")
                .param("group", group)
                .query(ReleaseRecords::release)
                .optional();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getObject("id", UUID.class),
                row.getString("outcome_set"),
                row.getString("outcome_set_version"),
                period(row.getString("reference")),
                periods(row.getArray("periods")),
                row.getLong("episodes"),
                row.getLong("left_out"),
                row.getTimestamp("computed_at").toInstant(),
                row.getString("code_version"));
    }

    private static List<Period> periods(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray())
                .map(ReleaseRecords::period)
                .toList();
    }

    private static Period period(String text) {
        return Period.parse(text).orElseThrow();
    }

    List<String> models(UUID release) {
        return database.sql("SELECT CAST(document AS text) FROM benchmarking.model WHERE release = :release")
                .param("release", release)
                .query(String.class)
                .list();
    }

    List<Result> ofPeriod(UUID release, Period period, String subgroup) {
        return results(release, "subgroup = :subgroup AND period", period.toString(), subgroup);
    }

    List<Result> ofIndicator(UUID release, String indicator, String subgroup) {
        return results(release, "subgroup = :subgroup AND indicator", indicator, subgroup);
    }

    List<Result> ofOrganisation(UUID release, String organisation, String subgroup) {
        return results(release, "subgroup = :subgroup AND organisation", organisation, subgroup);
    }

    private List<Result> results(UUID release, String column, String value, String subgroup) {
        return database.sql("SELECT indicator, period, organisation, subgroup, missing, exposure, variance, signal, "
                        + COLUMNS
                        + " FROM benchmarking.result WHERE release = :release AND " + column + " = :value"
                        + " ORDER BY indicator, period, organisation")
                .param("release", release)
                .param("value", value)
                .param("subgroup", subgroup)
                .query(ReleaseRecords::result)
                .list();
    }

    private static Result result(ResultSet row, int number) throws SQLException {
        int first = 9;
        var numbers = new double[NUMBERS.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row.getDouble(first + i);
        }
        var totals = new UnitTotals(
                row.getString("organisation"),
                Math.round(numbers[0]),
                numbers[1],
                row.getDouble("exposure"),
                numbers[2],
                row.getDouble("variance"));
        return new Result(
                row.getString("indicator"),
                period(row.getString("period")),
                row.getString("subgroup"),
                row.getLong("missing"),
                UnitColumns.read(totals, numbers, row.getString("signal")),
                ShrunkenUnit.read(
                        totals.unit(), Arrays.copyOfRange(numbers, UnitColumns.NUMBERS.size(), NUMBERS.size())));
    }
}
