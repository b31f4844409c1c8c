// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question to the engine: one {@code SELECT} in a file of its own, opened by a comment that says what it reads, takes
 * and gives. Parameters are written {@code :name}.
 */
public final class SqlFile implements Question {
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)");

    private final String name;
    private final String text;
    private final String positional;
    private final List<String> parameters;

    private SqlFile(String name, String text) {
        this.name = name;
        this.text = text;
        var statement = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        parameters = new ArrayList<>();
        var matcher = PARAMETER.matcher(statement);
        while (matcher.find()) {
            parameters.add(matcher.group(1));
        }
        positional = matcher.replaceAll("?");
    }

    /** The question {@code sql/<name>.sql}; a missing file fails at once. */
    public static SqlFile named(String name) {
        return new SqlFile(name, resource("/sql/" + name + ".sql"));
    }

    static String resource(String path) {
        try (var stream = SqlFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no resource " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** The file as it stands, comments included. */
    String text() {
        return text;
    }

    /** The statement with {@code ?} for each parameter. */
    @Override
    public String positional() {
        return positional;
    }

    /** Names of the parameters, in the order of the question marks. */
    @Override
    public List<String> parameters() {
        return List.copyOf(parameters);
    }
}
