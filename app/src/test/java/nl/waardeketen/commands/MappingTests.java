// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import static nl.waardeketen.commands.GivenStays.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings that are wrong: everything is told at once, with its line. */
class MappingTests {
    private final GivenStays stays;

    MappingTests(@TempDir Path folder) {
        stays = new GivenStays(folder);
    }

    private List<String> refusedWith(UnaryOperator<String> change) {
        stays.write("mapping.yaml", change.apply(GivenStays.mapping()));
        return stays.refused(file(4));
    }

    @Test
    void nameVariablesOfTheOutcomeSet() {
        assertThat(refusedWith(text -> text.replace("  age:", "  years:")))
                .containsExactly(
                        "mapping.yaml:8: variables.years: the outcome set has no such variable; it has admission,"
                                + " age, died, type  [document.invalid]");
    }

    @Test
    void nameAllVariablesThatAreRequired() {
        assertThat(refusedWith(text -> text.replace("  admission: {column: admitted}\n", "")))
                .containsExactly(
                        "mapping.yaml:7: variables.admission: this required variable is not mapped; add it under"
                                + " variables  [document.invalid]");
    }

    @Test
    void areToldOfAllProblemsAtOnce() {
        assertThat(refusedWith(text -> text.replace("  age:", "  years:")
                                .replace("{column: kind}", "{}")
                                .replace("{column: patient_nr}", "{constant: x}")
                                .replace("organisations: register", "organisations: all")
                        + "more: x\n"))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("mapping.yaml:3: organisations \"all\": this is not a choice"))
                .anyMatch(line -> line.startsWith("mapping.yaml:5: patient: every row has its own patient"))
                .anyMatch(line -> line.startsWith("mapping.yaml:8: variables.years: "))
                .anyMatch(line -> line.startsWith("mapping.yaml:10: variables.type: a value comes from a column or is"))
                .anyMatch(line -> line.startsWith("mapping.yaml:12: more: this key is not known here"));
    }

    @Test
    void areYaml() {
        assertThat(refusedWith(text -> text + "  bad indentation: [\n"))
                .singleElement()
                .asString()
                .startsWith("mapping.yaml:1")
                .endsWith("[yaml.unreadable]");
    }

    @Test
    void areNotEmpty() {
        assertThat(refusedWith(text -> "")).singleElement().asString().contains("the document is empty");
    }

    @Test
    void haveEveryKeyOnce() {
        assertThat(refusedWith(text -> text + "sender: again\n"))
                .singleElement()
                .asString()
                .startsWith("mapping.yaml:12: sender: this key is there twice");
    }

    @Test
    void haveAValueForWhatMustBeThere() {
        assertThat(refusedWith(text -> text.replace("sender: registry", "sender:")))
                .containsExactly("mapping.yaml:2: sender: this key has no value; write one after the colon "
                        + " [document.invalid]");
    }

    @Test
    void areUtf8() {
        stays.write("mapping.yaml", "outcome-set: é".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(stays.refused(file(4)))
                .containsExactly("mapping.yaml: the mapping is not UTF-8; save it as UTF-8 " + " [mapping.unreadable]");
    }

    @Test
    void nameAnOutcomeSetThatIsThere() {
        assertThat(refusedWith(text -> text.replace("outcome-set.yaml", "no-such-group")))
                .containsExactly("mapping.yaml:1: outcome-set \"no-such-group\": there is no such patient group; name a"
                        + " group, or a .yaml file beside the mapping  [document.invalid]");
        assertThat(refusedWith(text -> text.replace("outcome-set.yaml", "other.yaml")))
                .singleElement()
                .asString()
                .startsWith("other.yaml: there is no such file");
    }

    @Test
    void makeNoObjectsOfClasses() {
        assertThat(refusedWith(text -> text.replace("sender: registry", "sender: !!java.io.File [x]")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("mapping.yaml:2: "));
    }

    @Test
    void tellOfErrorsInTheOutcomeSet() {
        stays.write(
                "outcome-set.yaml",
                GivenStays.outcomeSet(stays.group())
                        .replace("numerator: \"died\"", "numerator: \"age > (SELECT 1)\"")
                        .replace("type: flag", "type: boolean"));

        assertThat(stays.refused(file(4)))
                .hasSize(2)
                .allMatch(line -> line.startsWith("outcome-set.yaml:") && line.endsWith("[document.invalid]"));
    }
}
