// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.OutcomeSetFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many of the columns of a file are found again when they go by other names. The names of the first two styles were
 * written beside the list of words; those of the third without looking at it.
 */
class ProposalsTests {
    private static final Path REFERENCE =
            Path.of(System.getProperty("waardeketen.reference-data", "../../shared/reference-data"));
    private static final List<String> BESIDE = List.of(
            "huisarts,postcode,verzekeraar,opnameafdeling,mutatiedatum,verwijzer,bloeddruk,aanmaakdatum,opmerking",
            "Jansen,1234AB,VGZ,C2,2026-01-03,huisarts,120,2026-01-03,geen");

    private final Path folder;

    ProposalsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private static DeliveryTable episodes() {
        return MeasuredProposals.table(MeasuredProposals.hip(), DeliveryTable.EPISODE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "whole words | 31 | 0 | PatientNummer Opnamedatum AankomstSEH VertrekSEH Leeftijd Geslacht ASA_klasse Woonsituatie"
                        + " Mobiliteit_voor_fractuur Katz_voor_breuk Dementie Osteoporose Ondervoeding Type_fractuur Zijde Behandeling"
                        + " Start_operatie Medebehandeling_geriater Gemobiliseerd Delier Behandeling_botontkalking Ontslagdatum"
                        + " Ontslagbestemming Datum_heroperatie Overlijdensdatum Gevolgd_tot Datum_nacontrole Mobiliteit_3_maanden"
                        + " Katz_3_maanden Woonsituatie_3_maanden Kosten",
                "short forms | 31 | 0 | patnr opn_dat seh_aank_dt seh_vertrek_dt lft gesl asa woonsit mob_pre adl_pre dement osteop"
                        + " ondervoed fract_type zijde beh ok_start geriater gemob delir bot_beh ontsl_dat ontsl_best reok_dat"
                        + " overl_dat gevolgd_tm controle_dat mob_3mnd adl_3mnd woonsit_3mnd kosten_tot",
                "words of one's own | 13 | 1 | pat_id datopn tijdstipseh uitseh leeftijd_opn mv asaklasse herkomst fms0 katz0 cognitie"
                        + " dexa snaq_risico fractuurclass li_re operatietype incisietijd ger_mb uitbed verward osteo_beh datonts"
                        + " onts_naar hero datovl fu_tot pol_dat fms3 katz3 wonen3 bedrag",
                "no words | 0 | 0 | v00 v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15 v16 v17 v18 v19 v20 v21 v22 v23"
                        + " v24 v25 v26 v27 v28 v29 v30"
            })
    void findsColumnsByOtherNames(String style, int right, int wrong, String names) throws IOException {
        var file = folder.resolve("renamed.csv");
        var truth = MeasuredProposals.renamed(
                MeasuredProposals.sample(folder), file, List.of(names.strip().split(" +")));

        var measured = MeasuredProposals.of(episodes(), MeasuredProposals.columns(file), truth);

        assertThat(measured.wrong())
                .as("wrong in %s, none: %s", style, measured.none())
                .hasSizeLessThanOrEqualTo(wrong);
        assertThat(measured.right())
                .as("right in %s, none: %s", style, measured.none())
                .hasSizeGreaterThanOrEqualTo(right);
    }

    @Test
    void leavesColumnsThatAreNothingAlone() throws IOException {
        var lines = Files.readAllLines(MeasuredProposals.sample(folder));
        var written = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            written.add(BESIDE.get(Math.min(i, 1)) + "," + lines.get(i));
        }
        var wider = Files.write(folder.resolve("wider.csv"), written);
        var truth = new HashMap<String, String>();
        List.of(lines.get(0).split(",")).forEach(code -> truth.put(code, code));

        var measured = MeasuredProposals.of(episodes(), MeasuredProposals.columns(wider), truth);

        assertThat(measured.wrong()).isEmpty();
        assertThat(measured.right()).hasSize(truth.size());
    }

    @Test
    void proposesEachColumnOnce() throws IOException {
        var columns = MeasuredProposals.columns(
                DutchExtract.write(MeasuredProposals.sample(folder), folder.resolve("dutch.csv")));

        assertThat(Proposals.of(episodes(), columns, List.of("PatientNummer")))
                .extracting(Proposal::column)
                .doesNotHaveDuplicates()
                .doesNotContain("PatientNummer")
                .hasSize(30);
    }

    private static MeasuredProposals reference(DeliveryTable table, String file, Map<String, String> truth) {
        var path = REFERENCE.resolve(file);
        assumeTrue(Files.isReadable(path), () -> "skipped: there is no reference data " + path.toAbsolutePath());
        return MeasuredProposals.of(table, MeasuredProposals.columns(path), truth);
    }

    /** Row numbers stand for patients there, which nothing tells. */
    @Test
    void findsStaysOfMedicareButNotTheirPatients() throws IOException {
        var set = OutcomeSetFiles.read(Path.of("..", "examples", "medicare-stays", "outcome-set.yaml"));
        var truth = new HashMap<>(Map.of("patient", "rownames", "died", "died", "stay_days", "los"));
        List.of("age80", "white", "hmo", "type").forEach(code -> truth.put(code, code));

        var measured =
                reference(MeasuredProposals.table(set, DeliveryTable.EPISODE), "funnel-medpar/medpar.csv", truth);

        assertThat(measured.right()).containsExactly("died", "stay_days", "age80", "white", "hmo", "type");
        assertThat(measured.wrong()).isEmpty();
        assertThat(measured.none()).containsExactly("patient");
    }

    @Test
    void findsPatientsOfATrialAndActivitiesOfAnEventLog() {
        var trial = reference(
                MeasuredProposals.table(MeasuredProposals.hip(), "patient"),
                "treatment-colon/colon.csv",
                Map.of("patient", "id", "sex", "sex"));
        var log = reference(
                MeasuredProposals.table(MeasuredProposals.hip(), "activity"),
                "pathway-sepsis/sepsis_events.csv",
                Map.of("patient", "case_id", "activity", "activity", "started", "timestamp", "resource", "resource"));

        assertThat(trial).isEqualTo(new MeasuredProposals(List.of("patient", "sex"), List.of(), List.of()));
        assertThat(log.right()).containsExactly("patient", "activity", "started", "resource");
        assertThat(log.wrong()).isEmpty();
    }

    /** Columns of extracts that hospitals have, each with the mapping that is given for it. */
    @ParameterizedTest
    @CsvSource({"lbz-opnamen, 5", "dis-zorgproducten, 4", "dhfa-extract, 14"})
    void findsColumnsOfKnownExtracts(String example, int right) throws IOException {
        var path = Path.of("..", "examples", example);
        var text = Files.readString(path.resolve("mapping.yaml"));
        var counted = new MeasuredProposals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var table : MappingDocument.read("mapping.yaml", text, "").tables()) {
            var truth = new HashMap<String, String>();
            table.variables().forEach((code, made) -> {
                if (made.way() == MappingDraft.Way.COLUMN) {
                    truth.put(code, made.source());
                }
            });
            truth.put("patient", table.patient());
            var measured = MeasuredProposals.of(
                    MeasuredProposals.table(MeasuredProposals.hip(), table.code()),
                    MeasuredProposals.columns(path.resolve(table.file())),
                    truth);
            counted.right().addAll(measured.right());
            counted.wrong().addAll(measured.wrong());
            counted.none().addAll(measured.none());
        }

        assertThat(counted.wrong()).as("wrong; none: %s", counted.none()).isEmpty();
        assertThat(counted.right()).as("right; none: %s", counted.none()).hasSizeGreaterThanOrEqualTo(right);
    }
}
