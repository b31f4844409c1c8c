// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.util.ArrayList;
import java.util.List;
import nl.waardeketen.analytics.ColumnProfile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a column to notice that a later extract differs. Values only of columns with codes; none that could tell who
 * somebody is.
 *
 * @param file the column is of
 * @param values codes, where there are few
 */
record KnownColumn(String file, String name, Kind kind, String dateForm, List<String> values) {
    /** More different values than a list of codes has. */
    private static final int MOST_CODES = 30;

    private static final double MOST = 0.95;
    private static final JsonMapper JSON = JsonMapper.shared();

    KnownColumn {
        values = List.copyOf(values);
    }

    /** What the values of a column are. */
    enum Kind {
        DATE,
        MOMENT,
        NUMBER,
        TEXT,
        EMPTY
    }

    static KnownColumn of(ExtractFile file, ColumnProfile column) {
        var kind = kind(column);
        boolean codes = column.distinct() <= MOST_CODES && column.distinct() < column.rows() - column.missing();
        return new KnownColumn(
                file.name(),
                column.name(),
                kind,
                kind == Kind.DATE ? column.shares().dateForm() : "",
                codes && kind != Kind.DATE && kind != Kind.MOMENT
                        ? column.frequent().stream()
                                .map(ColumnProfile.Frequency::value)
                                .sorted()
                                .toList()
                        : List.of());
    }

    static Kind kind(ColumnProfile column) {
        var shares = column.shares();
        if (column.missing() == column.rows()) {
            return Kind.EMPTY;
        }
        if (shares.date() > MOST) {
            return Kind.DATE;
        }
        if (shares.moment() > MOST) {
            return Kind.MOMENT;
        }
        return shares.pointNumber() + shares.commaNumber() > MOST ? Kind.NUMBER : Kind.TEXT;
    }

    static String json(List<KnownColumn> columns) {
        return JSON.writeValueAsString(columns);
    }

    static List<KnownColumn> read(String json) {
        var columns = new ArrayList<KnownColumn>();
        for (var node : JSON.readTree(json)) {
            var values = new ArrayList<String>();
            node.path("values").forEach(value -> values.add(text(value)));
            columns.add(new KnownColumn(
                    text(node.path("file")),
                    text(node.path("name")),
                    Kind.valueOf(text(node.path("kind"))),
                    text(node.path("dateForm")),
                    values));
        }
        return List.copyOf(columns);
    }

    private static String text(JsonNode node) {
        return node.asString("");
    }
}
