// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nl.waardeketen.corpus.Mutation.DESCRIPTION;
import static nl.waardeketen.corpus.Mutation.EPISODE;

import java.nio.file.Files;
import java.util.List;
import nl.waardeketen.corpus.Mutation.Change;

/** Descriptions of a data package that cannot be followed. */
final class PackageMutations {
    private static final String KIND = "description of the package";
    private static final String PATHS = "paths that lead elsewhere";
    private static final String PATH = DESCRIPTION + " resources.path";
    private static final String FIELDS = DESCRIPTION + " schema.fields";

    private PackageMutations() {}

    static List<Mutation> all() {
        return List.of(
                refused("none", each -> Files.delete(each.folder().resolve(DESCRIPTION)), "delivery.not-found", "?"),
                refused("empty", write(""), "package.unreadable", DESCRIPTION),
                refused("no JSON", write("{\n\"name\": x\n}"), "package.unreadable", DESCRIPTION + ":2"),
                refused(
                        "cut off",
                        each -> each.change(DESCRIPTION, text -> text.substring(0, text.indexOf("\"resources\""))),
                        "package.unreadable",
                        DESCRIPTION + ":17"),
                refused(
                        "not UTF-8",
                        each -> each.write(
                                DESCRIPTION,
                                each.text(DESCRIPTION)
                                        .replace("Ziekenhuis", "Zi\u00ebkenhuis")
                                        .getBytes(ISO_8859_1)),
                        "package.unreadable",
                        DESCRIPTION),
                refused(
                        "folded a hundred thousand times",
                        write("[".repeat(100_000)),
                        "package.unreadable",
                        DESCRIPTION),
                refused("a list", write("[]"), "package.invalid", DESCRIPTION + " resources"),
                refused("only a number", write("7"), "package.invalid", DESCRIPTION + " waardeketen.outcome-set"),
                refused("nothing in it", write("{}"), "package.invalid", DESCRIPTION + " waardeketen.organisation"),
                refused(
                        "an unknown group",
                        replace("\"hip-fracture\"", "\"hips\""),
                        "package.invalid",
                        DESCRIPTION + " waardeketen.outcome-set"),
                refused(
                        "a group that is a path",
                        replace("\"hip-fracture\"", "\"../hip-fracture\""),
                        "package.invalid",
                        DESCRIPTION + " waardeketen.outcome-set"),
                refused(
                        "a group that is a number",
                        replace("\"outcome-set\": \"hip-fracture\"", "\"outcome-set\": 7"),
                        "package.invalid",
                        DESCRIPTION + " waardeketen.outcome-set"),
                refused(
                        "no organisation",
                        each -> each.change(
                                DESCRIPTION,
                                text -> text.replaceAll("\"organisation\": \"[a-z]+\"", "\"organisation\": \" \"")),
                        "package.invalid",
                        DESCRIPTION + " waardeketen.organisation"),
                refused(
                        "a choice of patients that is none",
                        replace("\"waardeketen\": {", "\"waardeketen\": {\"patients\": \"names\","),
                        "package.invalid",
                        DESCRIPTION + " waardeketen.patients"),
                Mutation.of(
                        KIND,
                        "identifiers called pseudonyms",
                        Good.EPISODES,
                        Mutation.Ending.NOTHING_LANDS,
                        replace("\"waardeketen\": {", "\"waardeketen\": {\"patients\": \"first-stage\","),
                        List.of(
                                Mutation.at("patient.not-a-pseudonym", EPISODE + ":2 patient"),
                                Mutation.at("delivery.too-many-broken", EPISODE))),
                refused(
                        "an unknown table",
                        replace("\"name\": \"episode\"", "\"name\": \"episodes\""),
                        "package.invalid",
                        DESCRIPTION + " resources.name"),
                refused(
                        "a table twice",
                        each -> each.change(
                                DESCRIPTION,
                                text -> text.replace(
                                        "\"resources\": [",
                                        "\"resources\": [{\"name\": \"episode\", \"path\": \"episode.csv\"},")),
                        "package.invalid",
                        DESCRIPTION + " resources.name"),
                refused(
                        "an unknown variable",
                        replace("\"name\": \"age\"", "\"name\": \"ages\""),
                        "package.invalid",
                        FIELDS),
                refused(
                        "a patient's name",
                        replace("\"name\": \"age\"", "\"name\": \"patient_name\""),
                        "package.invalid",
                        FIELDS),
                refused(
                        "a field that is a number",
                        replace("{\"name\": \"dementia\"", "{\"name\": 5"),
                        "package.invalid",
                        FIELDS),
                refused(
                        "resources that are a text",
                        each -> each.change(
                                DESCRIPTION,
                                text -> text.substring(0, text.indexOf("\"resources\""))
                                        + "\"resources\": \"episode.csv\"}"),
                        "package.invalid",
                        DESCRIPTION + " resources"),
                refused("two files for one table", path("[\"episode.csv\", \"episode.csv\"]"), "package.invalid", PATH),
                refused("a path that is a number", path("7"), "package.invalid", PATH),
                refused("a file that is not there", path("\"other.csv\""), "package.invalid", PATH),
                refused(
                        "a folder for a file",
                        each -> {
                            Files.createDirectory(each.folder().resolve("inner"));
                            path("\"inner\"").to(each);
                        },
                        "package.invalid",
                        PATH),
                leads("above the package", "\"../episode.csv\""),
                leads("above the package and back", "\"inner/../../elsewhere/episode.csv\""),
                leads("from the root", "\"/etc/passwd\""),
                leads("on the web", "\"https://example.org/episode.csv\""),
                leads("in a file address", "\"file:///etc/passwd\""),
                leads("with a zero in it", "\"episode.csv\\u0000.txt\""),
                leads("to many files at once", "\"*.csv\""),
                leads("through a link", null));
    }

    private static Mutation leads(String name, @org.jspecify.annotations.Nullable String path) {
        return Mutation.refused(
                PATHS,
                name,
                Good.EPISODES,
                path == null ? PackageMutations::link : path(path),
                "package.invalid",
                PATH);
    }

    private static void link(Delivered delivered) throws java.io.IOException {
        var file = delivered.folder().resolve(EPISODE);
        var outside = delivered.folder().resolveSibling(delivered.folder().getFileName() + "-outside.csv");
        Files.move(file, outside);
        Files.createSymbolicLink(file, outside);
    }

    private static Mutation refused(String name, Change change, String rule, String place) {
        return Mutation.refused(KIND, name, Good.EPISODES, change, rule, place);
    }

    private static Change write(String text) {
        return delivered -> delivered.write(DESCRIPTION, text);
    }

    private static Change replace(String before, String after) {
        return delivered -> delivered.replace(DESCRIPTION, before, after);
    }

    private static Change path(String written) {
        return replace("\"path\": \"episode.csv\"", "\"path\": " + written);
    }
}
