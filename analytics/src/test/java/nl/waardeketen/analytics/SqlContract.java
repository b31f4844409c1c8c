// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The comment that opens a question: what it answers, reads, takes and gives. */
record SqlContract(String says, Map<String, String> clauses, String statement) {
    private static final Pattern CLAUSE = Pattern.compile("(reads|takes|gives): +(.*)");
    private static final Pattern PARAMETER = Pattern.compile(":([a-z_]+)");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    static SqlContract of(SqlFile file) {
        var says = new ArrayList<String>();
        var clauses = new LinkedHashMap<String, String>();
        var clause = "";
        var comments = file.text()
                .lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip());
        for (var line : comments.toList()) {
            var matcher = CLAUSE.matcher(line);
            if (matcher.matches()) {
                clause = matcher.group(1);
                clauses.put(clause, matcher.group(2));
            } else if (clause.isEmpty()) {
                says.add(line);
            } else {
                clauses.merge(clause, line, (before, after) -> before + " " + after);
            }
        }
        var statement =
                file.text().lines().dropWhile(line -> line.startsWith("--")).collect(Collectors.joining("\n"));
        return new SqlContract(String.join(" ", says), clauses, statement);
    }

    String reads() {
        return clauses.getOrDefault("reads", "");
    }

    String gives() {
        return clauses.getOrDefault("gives", "");
    }

    Set<String> takes() {
        return PARAMETER
                .matcher(clauses.getOrDefault("takes", ""))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tables that it reads; {@code the file} is none, nor is {@code nothing}. */
    List<String> tables() {
        return names(reads()).stream().filter(name -> !name.equals("nothing")).toList();
    }

    /** Columns that it gives, those left out that depend on what was asked for. */
    List<String> columns() {
        return names(gives());
    }

    /** Whether it gives the same columns whatever it takes. */
    boolean isStatic() {
        return Pattern.compile(",")
                .splitAsStream(gives())
                .allMatch(part -> NAME.matcher(part.strip()).matches());
    }

    private static List<String> names(String clause) {
        return Pattern.compile("[,;]")
                .splitAsStream(clause.replaceAll("\\(.*?\\)", ""))
                .map(String::strip)
                .filter(part -> NAME.matcher(part).matches())
                .toList();
    }
}
