// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Episodes that arithmetic makes up, in two lake files of which the second lacks a column. */
final class MadeUpLake {
    static final Map<String, Variable> VARIABLES = byCode(
            of("admission", Variable.Type.DATE),
            of("discharge", Variable.Type.DATE),
            of("birth", Variable.Type.DATE),
            of("arrival", Variable.Type.TIME),
            of("surgery", Variable.Type.TIME),
            of("age", Variable.Type.INTEGER),
            of("falls", Variable.Type.INTEGER),
            of("weight", Variable.Type.NUMBER),
            of("died", Variable.Type.FLAG),
            of("delirium", Variable.Type.FLAG),
            new Variable("sex", Variable.Type.CATEGORY, false, null, null, List.of("1", "2")),
            of("remark", Variable.Type.TEXT));

    private MadeUpLake() {}

    private static Variable of(String code, Variable.Type type) {
        return new Variable(code, type, false, null, null, List.of());
    }

    private static Map<String, Variable> byCode(Variable... variables) {
        return Arrays.stream(variables).collect(Collectors.toMap(Variable::code, variable -> variable));
    }

    static Variable variable(String code) {
        return Objects.requireNonNull(VARIABLES.get(code));
    }

    /** Lake files of so many episodes in all. */
    static List<Path> write(Path folder, long episodes) {
        try (var engine = DuckDbEngine.open(List.of(), folder)) {
            var first = folder.resolve("first.parquet");
            var second = folder.resolve("second.parquet");
            engine.write(first, rows("*", 0, episodes / 2));
            engine.write(second, rows("* EXCLUDE remark", episodes / 2, episodes));
            return List.of(first, second);
        }
    }

    private static ComposedQuery rows(String columns, long from, long until) {
        return new ComposedQuery("made up", """
                WITH drawn AS (
                    SELECT i, hash(i) %% 1000003 AS a, hash(i + 1000000007) %% 999983 AS b FROM range(%d, %d) AS made(i)
                ),
                dated AS (
                    SELECT *, DATE '2024-01-01' + CAST(a %% 1096 AS INTEGER) AS admission FROM drawn
                )
                SELECT %s FROM (
                    SELECT 'H' || (a %% 7) AS organisation, unhex(md5(CAST(i AS VARCHAR))) AS patient, i AS number, admission,
                        CASE WHEN b %% 17 > 0 THEN admission + CAST(b %% 30 AS INTEGER) END AS discharge,
                        CASE WHEN b %% 23 > 0 THEN admission - CAST(20000 + a %% 17000 AS INTEGER) END AS birth,
                        CAST(admission AS TIMESTAMP) + CAST(b %% 1440 AS INTEGER) * INTERVAL 1 MINUTE AS arrival,
                        CASE WHEN a %% 11 > 0 THEN CAST(admission AS TIMESTAMP) + CAST(b %% 5000 AS INTEGER) * INTERVAL 1 MINUTE
                            END AS surgery,
                        CASE WHEN a %% 29 > 0 THEN CAST(60 + a %% 40 AS BIGINT) END AS age,
                        CAST(b %% 4 AS BIGINT) AS falls,
                        CASE WHEN b %% 19 > 0 THEN 40 + (b %% 800) / 10.0 + 1e-9 * (a %% 7) END AS weight,
                        CASE WHEN b %% 31 > 0 THEN b %% 13 = 0 END AS died,
                        CASE WHEN a %% 37 > 0 THEN (a + b) %% 9 = 0 END AS delirium,
                        CASE WHEN a %% 41 > 0 THEN CAST(1 + a %% 2 AS VARCHAR) END AS sex,
                        CASE b %% 5 WHEN 0 THEN 'it''s' WHEN 1 THEN 'é ü' WHEN 2 THEN '' WHEN 3 THEN 'A "b", c' END AS remark
                    FROM dated
                )""".formatted(from, until, columns));
    }
}
