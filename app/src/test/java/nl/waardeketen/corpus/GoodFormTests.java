// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.waardeketen.corpus.Mutation.EPISODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd forms that are right all the same: they pass, and hold the same typed values. */
class GoodFormTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable GoodDeliveries deliveries;
    private static List<String> expected = List.of();

    /** What is made of the bytes of the table. */
    record Form(String name, Rewriting rewriting) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Gives the same table, written otherwise. */
    interface Rewriting {
        byte[] of(String table) throws IOException;
    }

    @BeforeAll
    static void readThePlainForm() throws IOException {
        deliveries = new GoodDeliveries(folder);
        expected = Told.of(deliveries.copy(Good.EPISODES)).landed();
        assertThat(expected).hasSizeGreaterThan(40);
    }

    static Stream<Form> forms() {
        return Stream.of(
                form("semicolons", text -> text.replace(',', ';')),
                form("tabs", text -> text.replace(',', '\t')),
                form("pipes", text -> text.replace(',', '|')),
                form("a line that names the separator", text -> "sep=;\n" + text.replace(',', ';')),
                form("line ends of Windows", text -> text.replace("\n", "\r\n")),
                form("line ends of old Macs", text -> text.replace('\n', '\r')),
                form("line ends of two kinds", text -> text.replaceFirst("(?s)^(.{900}.*?)\n", "$1\r\n")),
                form("no line end at the end", String::strip),
                form("blank lines at the end", text -> text + "\n\n\n"),
                form("blank lines at the start", text -> "\n\n" + text),
                form("a title above the header", text -> "Levering heupfracturen\n\n" + text),
                form("everything quoted", text -> cells(text, cell -> '"' + cell + '"')),
                form("single quotes", text -> cells(text, cell -> "'" + cell + "'")),
                form("spaces behind every value", text -> cells(text, cell -> cell + "  ")),
                form("spaces before every value", text -> cells(text, cell -> cell.isEmpty() ? cell : " " + cell)),
                form("NA for what is not there", text -> cells(text, cell -> cell.isEmpty() ? "NA" : cell)),
                form("NULL for what is not there", text -> cells(text, cell -> cell.isEmpty() ? "NULL" : cell)),
                form("points for what is not there", text -> cells(text, cell -> cell.isEmpty() ? "." : cell)),
                form("Dutch dates", text -> cells(text, GoodFormTests::dutch)),
                form(
                        "dates with slashes",
                        text -> cells(text, cell -> dutch(cell).replaceAll("^(\\d\\d)-(\\d\\d)-", "$1/$2/"))),
                form(
                        "dates without hyphens",
                        text -> cells(text, cell -> cell.replaceAll("^(\\d{4})-(\\d\\d)-(\\d\\d)$", "$1$2$3"))),
                form(
                        "midnight behind dates",
                        text -> cells(text, cell -> cell.replaceAll("^\\d{4}-\\d\\d-\\d\\d$", "$0 00:00:00"))),
                form(
                        "seconds behind times",
                        text -> cells(text, cell -> cell.replaceAll("^.*T\\d\\d:\\d\\d$", "$0:00"))),
                form(
                        "a space within times",
                        text -> cells(text, cell -> cell.replaceAll("^(.{10})T(\\d\\d:\\d\\d)$", "$1 $2"))),
                form("decimals behind whole numbers", text -> column(text, "age", "$0.0")),
                form("decimal commas", text -> column(text.replace(',', ';'), ";", "age", "$0,00")),
                form(
                        "yes and no in Dutch",
                        text -> column(text, "dementia", "x$0")
                                .replace(",x1,", ",ja,")
                                .replace(",x0,", ",Nee,")
                                .replace(",x,", ",,")),
                form("columns in the opposite order", GoodFormTests::turned),
                form(
                        "a column more",
                        text -> text.lines().map(line -> line + ",extra").collect(Collectors.joining("\n"))),
                form("rows in another order", GoodFormTests::shuffled),
                bytes("a byte order mark", text -> ("\ufeff" + text).getBytes(UTF_8)),
                bytes("UTF-16, little end first", text -> ("\ufeff" + text).getBytes(UTF_16LE)),
                bytes("UTF-16, big end first", text -> ("\ufeff" + text).getBytes(UTF_16BE)),
                bytes("UTF-16 without a mark", text -> text.getBytes(UTF_16LE)),
                bytes("Windows-1252", text -> withRemarks(text).getBytes(Charset.forName("windows-1252"))),
                bytes("gzip", text -> Delivered.gzip(text.getBytes(UTF_8))),
                bytes("zip", text -> Delivered.zip(Map.of("map/episode.csv", text.getBytes(UTF_8)))),
                bytes(
                        "zip beside a document",
                        text -> Delivered.zip(
                                Map.of("tabel.csv", text.getBytes(UTF_8), "leesmij.md", new byte[] {'x'}))));
    }

    private static Form form(String name, UnaryOperator<String> rewriting) {
        return new Form(name, text -> rewriting.apply(text).getBytes(UTF_8));
    }

    private static Form bytes(String name, Rewriting rewriting) {
        return new Form(name, rewriting);
    }

    private static String cells(String text, UnaryOperator<String> change) {
        return text.lines()
                .map(line -> Stream.of(line.split(",", -1)).map(change).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String dutch(String cell) {
        return cell.replaceAll("^(\\d{4})-(\\d\\d)-(\\d\\d)(?:T(\\d\\d:\\d\\d))?$", "$3-$2-$1 $4")
                .strip();
    }

    private static String column(String text, String name, String replacement) {
        return column(text, ",", name, replacement);
    }

    private static String column(String text, String separator, String name, String replacement) {
        var lines = text.lines().toList();
        int at = List.of(lines.get(0).split(separator, -1)).indexOf(name);
        return lines.stream()
                .map(line -> line.split(separator, -1))
                .map(values -> {
                    values[at] = values[at].equals(name) ? name : values[at].replaceAll("^.*$", replacement);
                    return String.join(separator, values);
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withRemarks(String text) {
        return text.lines()
                .map(line -> line + (line.startsWith("patient") ? ",opmerking" : ",pati\u00ebnt"))
                .collect(Collectors.joining("\n"));
    }

    private static String turned(String text) {
        return text.lines()
                .map(line -> {
                    var values = new ArrayList<>(List.of(line.split(",", -1)));
                    Collections.reverse(values);
                    return String.join(",", values);
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String shuffled(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        Collections.rotate(lines.subList(1, lines.size()), 7);
        return String.join("\n", lines) + "\n";
    }

    @ParameterizedTest
    @MethodSource("forms")
    void holdTheSameValues(Form form) throws IOException {
        var delivered = Objects.requireNonNull(deliveries).copy(Good.EPISODES);
        delivered.write(EPISODE, form.rewriting().of(delivered.text(EPISODE)));

        var told = Told.of(delivered);

        assertThat(told.problems()).isEmpty();
        assertThat(told.landed()).isEqualTo(expected);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(names = {"PARQUET", "ZIP"})
    void holdTheSameValuesInOtherFiles(Good good) throws IOException {
        assertThat(Told.of(Objects.requireNonNull(deliveries).copy(good)).landed())
                .isEqualTo(expected);
    }
}
