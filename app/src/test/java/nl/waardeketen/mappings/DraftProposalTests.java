// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.FileProfile;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.Expectation;
import nl.waardeketen.mappings.MappingDraft.Made;
import nl.waardeketen.mappings.MappingDraft.Way;
import nl.waardeketen.shared.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed of a column beyond its name: codes, forms of dates, units, values that follow from others. */
class DraftProposalTests {
    private final Path folder;

    DraftProposalTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private ExtractFile file(String name, String text) throws IOException {
        var path = Files.writeString(folder.resolve(name), text);
        try (var scratch = new Scratch()) {
            return new ExtractFile(name, "", path, FileProfile.of(path, name, null, scratch));
        }
    }

    private MappingDraft draft(String text) throws IOException {
        return DraftProposal.of(MeasuredProposals.hip(), "own", List.of(file("heup.csv", text)));
    }

    private Made made(String variable, String text) throws IOException {
        return draft(text).tables().get(0).variables().get(variable);
    }

    private static DescribedVariable number(String unit, double low, double high) {
        return new DescribedVariable(
                new Variable("wait", Variable.Type.NUMBER, false, low, high, List.of()),
                new Words("Wachttijd", "Waiting time"),
                null,
                new Words(unit, unit),
                Map.of(),
                "",
                true,
                Expectation.NONE);
    }

    @Test
    void mapsWordsToCodes() throws IOException {
        assertThat(made("sex", "opnamedatum;geslacht\n1-1-2026;M\n2-1-2026;Vrouw\n3-1-2026;vrouw\n")
                        .codes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("M", "1", "Vrouw", "2", "vrouw", "2"));
        assertThat(made("sex", "opnamedatum;geslacht\n1-1-2026;01\n2-1-2026;02\n")
                        .codes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("01", "1", "02", "2"));
        assertThat(made("dementia", "opnamedatum;dementie\n1-1-2026;J\n2-1-2026;Afwezig\n")
                        .codes())
                .containsEntry("Afwezig", "0");
    }

    @Test
    void leavesAValueOpenThatMayMeanSeveralThings() throws IOException {
        var codes = new CodeProposals(
                        MeasuredProposals.hip().described("residence").orElseThrow())
                .of(file("w.csv", "x;woonsituatie\n1;thuis\n2;verpleeghuis\n3;onbekend\n")
                        .column("woonsituatie")
                        .orElseThrow());

        assertThat(codes)
                .extracting(each -> each.value() + "=" + each.code())
                .containsExactlyInAnyOrder("thuis=", "verpleeghuis=4", "onbekend=");
    }

    @Test
    void saysTheFormOfDatesWhereItIsNotUsual() throws IOException {
        assertThat(made("admission", "opnamedatum;x\n31.01.2026;1\n01.02.2026;2\n")
                        .date())
                .isEqualTo("dd.mm.yyyy");
        assertThat(made("admission", "opnamedatum;x\n31-01-2026;1\n01-02-2026;2\n")
                        .date())
                .isEmpty();
        var both = file("d.csv", "opnamedatum;x\n01/02/2026;1\n03/04/2026;2\n")
                .column("opnamedatum")
                .orElseThrow();
        var one = file("e.csv", "opnamedatum;x\n01/02/2026;1\n13/04/2026;2\n")
                .column("opnamedatum")
                .orElseThrow();
        assertThat(DateForms.isAmbiguous(both)).isTrue();
        assertThat(DateForms.isAmbiguous(one)).isFalse();
    }

    @Test
    void takesTheDayOfAMoment() throws IOException {
        var made = made("admission", "opnamedatum;lft\n2026-01-31 14:05;80\n2026-02-01 09:10;81\n");

        assertThat(made.way()).isEqualTo(Way.EXPRESSION);
        assertThat(made.source()).isEqualTo("date_of(moment)");
        assertThat(made.inputs()).isEqualTo("moment = opnamedatum: time");
    }

    @Test
    void worksAnAgeOutOfADateOfBirth() throws IOException {
        var made = made("age", "opnamedatum;geboortedatum\n31-01-2026;02-03-1940\n01-02-2026;05-06-1950\n");

        assertThat(made.source()).isEqualTo("age_at(birth, event)");
        assertThat(made.inputs()).isEqualTo("birth = geboortedatum: date; event = opnamedatum: date");
    }

    @Test
    void knowsMinutesFromHoursByTheRange() throws IOException {
        var minutes = file("m.csv", "wait\n600\n1440\n2000\n").column("wait").orElseThrow();
        var hours = file("h.csv", "wait\n10\n24\n33\n").column("wait").orElseThrow();

        assertThat(UnitProposals.of(number("hours", 0, 72), minutes)).contains("minutes");
        assertThat(UnitProposals.of(number("hours", 0, 72), hours)).isEmpty();
        assertThat(UnitProposals.of(number("apples", 0, 72), minutes)).isEmpty();
    }

    @Test
    void hidesWhatMayTellWhoSomebodyIs() throws IOException {
        var file = file("p.csv", "nr;naam;lft\n111222333;Jansen;80\n123456782;Pietersen;81\n100000009;De Vries;80\n");

        assertThat(Masked.examples(file.column("nr").orElseThrow(), false)).allMatch(each -> each.endsWith("••••"));
        assertThat(Masked.examples(file.column("naam").orElseThrow(), false)).contains("Ja••••");
        assertThat(Masked.examples(file.column("lft").orElseThrow(), false)).containsExactly("80", "81");
        assertThat(Proposals.patient(file.profile().columns()).map(Proposal::column))
                .contains("nr");
        assertThat(KnownColumn.of(file, file.column("nr").orElseThrow()).values())
                .isEmpty();
        assertThat(KnownColumn.of(file, file.column("naam").orElseThrow()).values())
                .isEmpty();
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        var draft = draft("patnr;opnamedatum;geboortedatum;gesl;naam: \"vreemd\" #1\n1;31.01.2026;02-03-1940;M;x\n"
                + "2;01.02.2026;05-06-1950;V;y\n");

        assertThat(MappingDocument.read("mapping.yaml", MappingDocument.write(draft), "own"))
                .isEqualTo(draft);
    }

    @Test
    void readsBackColumnsThatItKeeps() throws IOException {
        var file = file("k.csv", "gesl;datum\nM;01-02-2026\nV;02-02-2026\nV;03-02-2026\n");
        var known = file.profile().columns().stream()
                .map(column -> KnownColumn.of(file, column))
                .toList();

        assertThat(known.get(0).values()).containsExactly("M", "V");
        assertThat(KnownColumn.read(KnownColumn.json(known))).isEqualTo(known);
    }
}
