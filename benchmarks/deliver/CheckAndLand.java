// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.analytics.CheckedDelivery;
import nl.waardeketen.analytics.DeliveryPlan;
import nl.waardeketen.analytics.PseudonymKeys;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.TableDefinition;
import nl.waardeketen.analytics.TablePlan;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.analytics.Variable.Type;

/** Checks the tables, gives patients their pseudonyms, writes what lands and makes the digests of a manifest. */
class CheckAndLand {
    private static Variable of(String code, Type type) {
        return new Variable(code, type, false, null, null, List.of());
    }

    private static TablePlan table(Path folder, String code, List<String> key, Variable... variables) {
        return new TablePlan(
                new TableDefinition(code, List.of(variables), key),
                folder.resolve(code + ".csv"),
                code + ".csv",
                null,
                new DeliveryPlan.Constant("A"),
                new DeliveryPlan.FromColumn("patient"),
                Arrays.stream(variables)
                        .map(each -> new DeliveryPlan.Column(each, new DeliveryPlan.FromColumn(each.code()), Map.of()))
                        .toList());
    }

    private static DeliveryPlan plan(Path folder) {
        var tables = List.of(
                table(folder, "patient", List.of("patient"), of("sex", Type.TEXT), of("birth_year", Type.INTEGER), of("death", Type.DATE)),
                table(folder, "episode", List.of("admission"), of("admission", Type.DATE), of("age", Type.INTEGER), of("discharge", Type.DATE)),
                table(folder, "activity", List.of(), of("activity", Type.TEXT), of("started", Type.TIME), of("ended", Type.TIME), of("performer", Type.TEXT), of("resource", Type.TEXT), of("quantity", Type.NUMBER)));
        return new DeliveryPlan(tables, List.of(), DeliveryPlan.Stage.IDENTIFIERS, List.of());
    }

    /** As the manifest has it, of each file that came and that landed. */
    private static String sha256(Path file) {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var buffer = new byte[1 << 16];
            while (bytes.read(buffer) >= 0) {}
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var plan = plan(Path.of(arguments[0]));
        var key = new byte[] {1, 2, 3};
        var used = new Used();
        try (var scratch = new Scratch();
                var checked = CheckedDelivery.of(plan, scratch)) {
            if (checked.report().outcome() != CheckReport.Outcome.PASS) {
                throw new IllegalStateException(checked.report().problems().toString());
            }
            var landed = Files.createDirectory(scratch.folder().resolve("landed"));
            checked.write(landed, scratch.folder(), new PseudonymKeys(key, key));
            var files = plan.tables().stream().flatMap(table -> Stream.of(
                    table.file(), landed.resolve(table.table().code()).resolve(table.table().code() + ".parquet")));
            Files.write(scratch.folder().resolve("manifest"), files.toList().parallelStream().map(CheckAndLand::sha256).toList());
        }
        used.print();
    }
}
