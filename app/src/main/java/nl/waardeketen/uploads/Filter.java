// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.util.List;
import nl.waardeketen.analytics.Problem;
import org.springframework.web.util.UriComponentsBuilder;

/** Which problems a report shows; empty texts ask for nothing. It stands in the address. */
record Filter(String severity, String table, String column, String rule) {

    boolean takes(Problem problem) {
        return (severity.isEmpty() || severity.equals(problem.severity().name()))
                && (table.isEmpty() || table.equals(problem.table()))
                && (column.isEmpty() || column.equals(problem.column()))
                && (rule.isEmpty() || rule.equals(problem.rule()));
    }

    public boolean isAny() {
        return !(severity + table + column + rule).isEmpty();
    }

    List<Problem> of(List<Problem> problems) {
        return problems.stream().filter(this::takes).toList();
    }

    static String linkTo(String page, ProblemGroup group) {
        return UriComponentsBuilder.fromPath(page)
                .queryParam("table", "{table}")
                .queryParam("column", "{column}")
                .queryParam("rule", "{rule}")
                .encode()
                .buildAndExpand(group.table(), group.column(), group.rule())
                .toUriString();
    }
}
