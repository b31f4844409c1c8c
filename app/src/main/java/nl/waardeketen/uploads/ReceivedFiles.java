// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.deliveries.DeliverySource;
import nl.waardeketen.deliveries.DeliverySources;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.shared.YamlDocument;

/** Lays received files out under their names, and finds out what they are. */
final class ReceivedFiles {
    private static final String DESCRIPTION = "datapackage.json";
    private static final int DEEPEST = 3;

    private final Path folder;
    private final UploadSettings settings;
    private long unpacked;

    /** Files in a folder that is empty yet. */
    ReceivedFiles(Path folder, UploadSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** How files are described. */
    enum Form {
        PACKAGE,
        MAPPING
    }

    /** What the files are. */
    record Described(Form form, String description, DeliverySource source) {}

    /** Puts a file there; a zip file is unpacked. */
    void add(UploadedFile file, Path received) throws IOException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            unpack(file.name(), received);
        } else {
            Files.createLink(folder.resolve(file.name()), received);
        }
    }

    private void unpack(String name, Path received) throws IOException {
        try (var zip = new ZipFile(received.toFile())) {
            if (zip.size() > settings.files()) {
                throw refused(
                        name, "upload.zip", "it holds more than " + settings.files() + " files", "leave some out");
            }
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                unpack(name, zip, entry);
            }
        } catch (ZipException e) {
            throw refused(name, "upload.zip", "this is not a zip file that can be read", "pack it anew");
        }
    }

    private void unpack(String name, ZipFile zip, ZipEntry entry) throws IOException {
        var parts = List.of(entry.getName().split("/"));
        if (parts.size() > DEEPEST || !parts.stream().allMatch(Uploads::isPlainName)) {
            throw refused(
                    name,
                    "upload.zip",
                    "a file in it has a name that is not used here",
                    "use letters, digits, spaces and - _ . in names, and at most two folders");
        }
        var target = parts.stream().reduce(folder, Path::resolve, (first, second) -> second);
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            throw refused(name, "upload.zip", "a file in it is there twice", "leave one out");
        }
        long most = settings.most().toBytes();
        try (var stream = zip.getInputStream(entry);
                var out = Files.newOutputStream(target)) {
            var buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                unpacked += read;
                if (unpacked > most) {
                    throw refused(name, "upload.zip", "unpacked it is too large", "deliver it in parts");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /**
     * How the files are to be read.
     *
     * @throws InvalidInput with everything that is wrong with the description
     */
    Described describe(KnownSets sets) throws IOException {
        var files = files();
        var described = files.stream()
                .filter(file -> file.endsWith(DESCRIPTION))
                .findFirst()
                .orElse(null);
        if (described != null) {
            var source = DeliverySources.read(Objects.requireNonNull(described.getParent()), null, sets);
            return new Described(Form.PACKAGE, DESCRIPTION, inside(source));
        }
        var mapping = mapping(files);
        requireGroup(mapping);
        var others = files.stream().filter(file -> !file.equals(mapping)).toList();
        var delivered = others.size() == 1 ? others.get(0) : folder;
        return new Described(
                Form.MAPPING,
                String.valueOf(mapping.getFileName()),
                inside(DeliverySources.read(delivered, mapping, sets)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path mapping(List<Path> files) {
        var found = new ArrayList<Path>();
        for (var file : files) {
            var name = file.toString();
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                found.add(file);
            }
        }
        if (found.size() != 1) {
            throw refused(
                    "",
                    "upload.no-description",
                    "there is nothing that says what the columns mean",
                    "add the datapackage.json of the template, or one mapping (.yaml)");
        }
        return found.get(0);
    }

    /** A mapping of the pages names a group that is known; it reaches for no file of its own. */
    private static void requireGroup(Path mapping) throws IOException {
        var name = String.valueOf(mapping.getFileName());
        var group = YamlDocument.read(name, Files.readString(mapping)).root().text("outcome-set");
        if (!group.matches("[a-z0-9-]*")) {
            throw refused(
                    name,
                    "mapping.invalid",
                    "outcome-set names no patient group of this region",
                    "name a group such as hip-fracture");
        }
    }

    /** No description leads out of the folder. */
    private DeliverySource inside(DeliverySource source) throws IOException {
        var root = folder.toRealPath();
        for (var table : source.plan().tables()) {
            if (!table.file().toRealPath().startsWith(root)) {
                throw refused(
                        table.name(),
                        "upload.outside",
                        "this file was not delivered",
                        "name a file that is delivered with it");
            }
        }
        return source;
    }

    private static InvalidInput refused(String file, String rule, String text, String remedy) {
        return new InvalidInput(List.of(new Problem(file, 0, "", "", rule, text, remedy)));
    }
}
