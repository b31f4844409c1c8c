// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.DeliveryPlan.Constant;
import nl.waardeketen.analytics.DeliveryPlan.FromColumn;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.analytics.Stage;
import nl.waardeketen.concepts.OutcomeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the description of a Frictionless Data Package ({@code datapackage.json}) whose resource {@code episode} is a CSV
 * file with the variables of an outcome set as columns, and a column {@code patient}. Its property {@code waardeketen}
 * names the outcome set and the organisation that delivers.
 */
final class PackageReader {
    static final String DESCRIPTION = "datapackage.json";
    private static final String PATIENT = "patient";

    private final Path folder;
    private final KnownSets sets;
    private final List<Problem> problems = new ArrayList<>();

    PackageReader(Path folder, KnownSets sets) {
        this.folder = folder;
        this.sets = sets;
    }

    DeliverySource read() throws IOException {
        var text = Files.readString(folder.resolve(DESCRIPTION));
        var description = parse(text);
        var own = description.path("waardeketen");
        var group = text(own, "outcome-set", "waardeketen.outcome-set");
        var organisation = text(own, "organisation", "waardeketen.organisation");
        var episode = StreamSupport.stream(description.path("resources").spliterator(), false)
                .filter(resource -> resource.path("name").asString("").equals("episode"))
                .findFirst();
        var path = episode.map(resource -> text(resource, "path", "resources.path"))
                .orElseGet(() -> {
                    problem(
                            "resources",
                            "",
                            "there is no resource named episode",
                            "describe the file with the episodes");
                    return "";
                });
        refuseOutside(path);
        refuse();
        var set = sets.group(group);
        if (set.isEmpty()) {
            problem(
                    "waardeketen.outcome-set",
                    group,
                    "there is no such patient group",
                    "name a group that this installation knows");
        }
        refuse();
        var file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            problem(
                    "resources.path",
                    path,
                    "there is no such file in the package",
                    "put the file beside the description");
        } else if (!file.toRealPath().startsWith(folder.toRealPath())) {
            liesOutside(path);
        }
        var columns = columns(set.orElseThrow(), episode.orElseThrow());
        var stage = stage(own);
        var basis = basis(own.path("legal-basis"));
        refuse();
        return new DeliverySource(
                file,
                set.orElseThrow(),
                organisation,
                false,
                new DeliveryPlan(new Constant(organisation), new FromColumn(PATIENT), columns, stage),
                text,
                basis);
    }

    private static JsonNode parse(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidInput(List.of(new Problem(
                    DESCRIPTION,
                    line,
                    "",
                    "",
                    "package.unreadable",
                    "this is not JSON",
                    "check quotes, commas and braces")));
        }
    }

    private String text(JsonNode node, String key, String name) {
        var value = node.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            problem(name, "", "this property is missing, or is no text", "add it");
            return "";
        }
        return value.asString().strip();
    }

    /** Whether the sender made the first stage of pseudonyms, as {@code pseudonymise --package} writes it. */
    private Stage stage(JsonNode own) {
        var patients = own.path("patients").asString("identifiers");
        int version = own.path("key-version").asInt(1);
        if (!patients.equals("identifiers") && !patients.equals("first-stage")) {
            problem("waardeketen.patients", patients, "this is not a choice", "write identifiers or first-stage");
        }
        if (version != 1) {
            problem(
                    "waardeketen.key-version",
                    String.valueOf(version),
                    "this version of the senders' key is not known here",
                    "make the first stage with the key that all senders of the region share");
        }
        return patients.equals("first-stage") ? Stage.FIRST_STAGE : Stage.IDENTIFIERS;
    }

    private @Nullable DeclaredBasis basis(JsonNode declared) {
        if (declared.isMissingNode()) {
            return null;
        }
        var read = new BasisReader((key, text) ->
                problem("waardeketen.legal-basis." + key, declared.path(key).asString(""), text, BasisReader.REMEDY));
        return read.read(key -> declared.path(key).asString(""));
    }

    private void refuseOutside(String path) {
        var resolved = folder.resolve(path).normalize();
        if (!resolved.startsWith(folder.normalize()) || Path.of(path).isAbsolute()) {
            liesOutside(path);
        }
    }

    private void liesOutside(String path) {
        problem("resources.path", path, "the file lies outside the package", "name a file in the package");
    }

    /** What the description lists; the file itself must then have these columns. Without a schema, all that are required. */
    private List<DeliveryPlan.Column> columns(OutcomeSet set, JsonNode episode) {
        var listed = StreamSupport.stream(episode.path("schema").path("fields").spliterator(), false)
                .map(field -> field.path("name").asString(""))
                .toList();
        for (var name : listed) {
            if (!name.equals(PATIENT) && set.variable(name).isEmpty()) {
                problem(
                        "schema.fields",
                        name,
                        "the outcome set has no such variable",
                        "leave the column out of the delivery");
            }
        }
        return set.variables().stream()
                .filter(variable -> variable.required() || listed.contains(variable.code()))
                .map(variable -> new DeliveryPlan.Column(variable, new FromColumn(variable.code()), Map.of()))
                .toList();
    }

    private void problem(String column, String value, String text, String remedy) {
        problems.add(new Problem(DESCRIPTION, 0, column, value, "package.invalid", text, remedy));
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
