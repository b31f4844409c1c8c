// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many of the columns of a file are found again when they go by other names. */
class ProposalsTests {
    private final Path folder;

    ProposalsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole words | 29 | 0 | PatientNummer Opnamedatum AankomstSEH VertrekSEH Leeftijd Geslacht ASA_klasse Woonsituatie"
                        + " Mobiliteit_voor_fractuur Katz_voor_breuk Dementie Osteoporose Ondervoeding Type_fractuur Zijde Behandeling"
                        + " Start_operatie Medebehandeling_geriater Gemobiliseerd Delier Behandeling_botontkalking Ontslagdatum"
                        + " Ontslagbestemming Datum_heroperatie Overlijdensdatum Gevolgd_tot Datum_nacontrole Mobiliteit_3_maanden"
                        + " Katz_3_maanden Woonsituatie_3_maanden",
                "short forms | 26 | 1 | patnr opn_dat seh_aank_dt seh_vertrek_dt lft gesl asa woonsit mob_pre adl_pre dement osteop ondervoed"
                        + " fract_type zijde beh ok_start geriater gemob delir bot_beh ontsl_dat ontsl_best reok_dat overl_dat gevolgd_tm"
                        + " controle_dat mob_3mnd adl_3mnd woonsit_3mnd",
                "of one's own | 0 | 0 | pat_id datopn tijdstipseh uitseh leeftijd_opn mv asaklasse herkomst fms0 katz0 cognitie dexa"
                        + " snaq_risico fractuurclass li_re operatietype incisietijd ger_mb uitbed verward osteo_beh datonts onts_naar"
                        + " hero datovl fu_tot pol_dat fms3 katz3 wonen3",
                "meaningless | 0 | 0 | v00 v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22 v23 v24"
                        + " v25 v26 v27 v28 v29"
            })
    void findsColumnsByOtherNames(String style, int right, int wrong, String names) throws IOException {
        var file = folder.resolve("renamed.csv");
        var truth = MeasuredProposals.renamed(
                MeasuredProposals.sample(folder), file, List.of(names.strip().split(" +")));

        var measured = MeasuredProposals.of(
                MeasuredProposals.table(MeasuredProposals.hip(), "episode"), MeasuredProposals.columns(file), truth);
        System.out.println(style + " right " + measured.right().size() + " wrong " + measured.wrong() + " none " + measured.none());

        assertThat(measured.wrong()).as("wrong in %s, none: %s", style, measured.none()).hasSizeLessThanOrEqualTo(wrong);
        assertThat(measured.right()).as("right in %s, none: %s", style, measured.none()).hasSizeGreaterThanOrEqualTo(right);
    }

    private static final List<String> BESIDE = List.of(
            "huisarts,postcode,verzekeraar,opnameafdeling,mutatiedatum,verwijzer,bloeddruk,aanmaakdatum,specialisme,opmerking",
            "Jansen,1234AB,VGZ,C2,2026-01-03,huisarts,120,2026-01-03,chirurgie,geen");

    @Test
    void leavesColumnsThatAreNothingAlone() throws IOException {
        var file = MeasuredProposals.sample(folder);
        var lines = java.nio.file.Files.readAllLines(file);
        var wider = folder.resolve("wider.csv");
        var written = new java.util.ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            written.add(BESIDE.get(Math.min(i, 1)) + "," + lines.get(i));
        }
        java.nio.file.Files.write(wider, written);
        var truth = new java.util.HashMap<String, String>();
        List.of(lines.get(0).split(",")).forEach(code -> truth.put(code, code));

        var measured = MeasuredProposals.of(
                MeasuredProposals.table(MeasuredProposals.hip(), "episode"), MeasuredProposals.columns(wider), truth);

        assertThat(measured.wrong()).isEmpty();
        assertThat(measured.right()).hasSize(truth.size());
    }

    @Test
    void findsColumnsOfPublicFiles() throws IOException {
        var hip = MeasuredProposals.hip();
        var stays = nl.waardeketen.concepts.OutcomeSetFiles.read(Path.of("..", "examples", "medicare-stays", "outcome-set.yaml"));
        measure("medpar", stays, "episode", "funnel-medpar/medpar.csv", java.util.Map.of(
                "patient", "rownames", "died", "died", "stay_days", "los", "age80", "age80", "white", "white", "hmo", "hmo", "type", "type"));
        measure("colon", hip, "patient", "treatment-colon/colon.csv", java.util.Map.of("patient", "id", "sex", "sex"));
        measure("sepsis", hip, "activity", "pathway-sepsis/sepsis_events.csv", java.util.Map.of(
                "patient", "case_id", "activity", "activity", "started", "timestamp", "resource", "resource"));
    }

    private void measure(String name, nl.waardeketen.concepts.OutcomeSet set, String table, String file, java.util.Map<String, String> truth) {
        var measured = MeasuredProposals.of(MeasuredProposals.table(set, table), MeasuredProposals.columns(Path.of("/work/shared/reference-data", file)), truth);
        System.out.println(name + " " + measured);
    }
}
