// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.List;
import java.util.Map;
import nl.waardeketen.analytics.CaseMixTerm;
import nl.waardeketen.analytics.Variable;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DescribedVariable;
import nl.waardeketen.concepts.Expectation;
import nl.waardeketen.concepts.Indicator;
import nl.waardeketen.concepts.Indicator.Better;
import nl.waardeketen.concepts.Indicator.Domain;
import nl.waardeketen.concepts.Indicator.Measure;
import nl.waardeketen.concepts.Limits;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.Subgroup;
import nl.waardeketen.shared.Words;
import org.jspecify.annotations.Nullable;

/** An outcome set with an indicator of every kind. */
final class MadeUpSet {
    private static final Variable AGE = new Variable("age", Variable.Type.INTEGER, true, 0.0, 120.0, List.of());
    private static final Variable ASA =
            new Variable("asa", Variable.Type.CATEGORY, true, null, null, List.of("1", "2", "3"));
    static final List<CaseMixTerm> CASE_MIX =
            List.of(new CaseMixTerm(AGE, CaseMixTerm.Form.LINEAR), new CaseMixTerm(ASA, CaseMixTerm.Form.FACTOR));

    /** Many patients, and hardly any. */
    static final List<Subgroup> SUBGROUPS = List.of(
            new Subgroup("oldest", new Words("85 jaar en ouder", "85 years and older"), "age >= 85"),
            new Subgroup(
                    "fit", new Words("Jong en gezond (ASA-klasse 1)", "Young and fit (ASA class 1)"), "asa = '1'"));

    private MadeUpSet() {}

    static OutcomeSet of(String code, String nl, String en) {
        return new OutcomeSet(
                code,
                "2026",
                new Words(nl, en),
                OutcomeSet.Disclosure.CONTROLLED,
                OutcomeSet.Resolution.QUARTER,
                Map.of(),
                episode(),
                List.of(),
                Limits.USUAL,
                SUBGROUPS,
                indicators(),
                "");
    }

    private static DeliveryTable episode() {
        var words = new Words("Episodes", "Episodes");
        return new DeliveryTable(
                DeliveryTable.EPISODE,
                words,
                words,
                List.of(
                        described(AGE, new Words("Leeftijd", "Age"), Map.of()),
                        described(
                                ASA,
                                new Words("ASA-klasse", "ASA class"),
                                Map.of("3", new Words("3 of hoger", "3 or higher")))),
                List.of(),
                List.of());
    }

    private static DescribedVariable described(Variable variable, Words title, Map<String, Words> categories) {
        return new DescribedVariable(variable, title, null, null, categories, "made up", false, Expectation.NONE);
    }

    private static List<Indicator> indicators() {
        return List.of(
                share("delirium", Domain.OUTCOME, Better.LOWER, "Delier tijdens opname", "Delirium during stay"),
                share("mortality", Domain.OUTCOME, Better.LOWER, "Overleden binnen 30 dagen", "Died within 30 days"),
                share(
                        "reoperation",
                        Domain.OUTCOME,
                        Better.LOWER,
                        "Nieuwe operatie binnen 90 dagen",
                        "New operation within 90 days"),
                composite(),
                share(
                        "wrong-side",
                        Domain.OUTCOME,
                        Better.LOWER,
                        "Operatie aan de verkeerde zijde",
                        "Operation on the wrong side"),
                share(
                        "mobility",
                        Domain.REPORTED,
                        Better.HIGHER,
                        "Even mobiel als voor de val, na 3 maanden",
                        "As mobile as before the fall, after 3 months"),
                share(
                        "quality-of-life",
                        Domain.REPORTED,
                        Better.HIGHER,
                        "Kwaliteit van leven niet gedaald na 3 maanden",
                        "Quality of life not lower after 3 months"),
                share(
                        "next-day",
                        Domain.PROCESS,
                        Better.HIGHER,
                        "Geopereerd op de dag van binnenkomst of de dag erna",
                        "Operated on the day of arrival or the next"),
                share(
                        "co-management",
                        Domain.PROCESS,
                        Better.HIGHER,
                        "Medebehandeling door geriater of internist-ouderengeneeskunde (70 jaar en ouder)",
                        "Shared care by a geriatrician (aged 70 and over)"),
                share(
                        "bone",
                        Domain.PROCESS,
                        Better.HIGHER,
                        "Botbehandeling gestart na de breuk",
                        "Bone treatment started after the fracture"),
                mean(
                        "emergency",
                        Domain.PROCESS,
                        Measure.DURATION,
                        "Tijd op de spoedeisende hulp",
                        "Time in emergency",
                        new Words("min", "min")),
                mean(
                        "stay",
                        Domain.COSTS,
                        Measure.DURATION,
                        "Ligduur (gemiddeld)",
                        "Length of stay (mean)",
                        new Words("dagen", "days")),
                mean(
                        "cost",
                        Domain.COSTS,
                        Measure.COST,
                        "Kosten per zorgtraject",
                        "Cost per episode",
                        new Words("euro", "euro")),
                mean(
                        "visits",
                        Domain.COSTS,
                        Measure.COUNT,
                        "Polikliniekbezoeken per patiënt",
                        "Outpatient visits",
                        new Words("bezoeken", "visits")));
    }

    private static Indicator share(String code, Domain domain, Better better, String nl, String en) {
        return indicator(code, domain, Measure.PROPORTION, better, new Words(nl, en), null, List.of());
    }

    private static Indicator composite() {
        return indicator(
                "recovery",
                Domain.OUTCOME,
                Measure.COMPOSITE,
                Better.HIGHER,
                new Words("Ongestoord herstel (samengesteld)", "Undisturbed recovery (composite)"),
                null,
                List.of("mortality", "reoperation", "delirium"));
    }

    private static Indicator mean(String code, Domain domain, Measure kind, String nl, String en, Words unit) {
        return indicator(code, domain, kind, Better.LOWER, new Words(nl, en), unit, List.of());
    }

    private static Indicator indicator(
            String code,
            Domain domain,
            Measure kind,
            Better better,
            Words title,
            @Nullable Words unit,
            List<String> parts) {
        boolean composite = kind == Measure.COMPOSITE;
        return new Indicator(
                code,
                1,
                domain,
                kind,
                title,
                unit,
                "operation_date",
                composite ? "" : "age >= 70 AND operated",
                composite ? "" : "CASE WHEN " + code.replace('-', '_') + " = 'yes' THEN 1 ELSE 0 END",
                parts,
                better,
                code.equals("wrong-side") ? List.of() : CASE_MIX,
                code.equals("mortality") ? 20 : 0,
                code.equals("next-day") ? 0.9 : null,
                new Words("70 jaar en ouder, geopereerd aan een heupfractuur", "aged 70 and over, operated on"),
                new Words(title.nl() + ", zoals geregistreerd", title.en() + ", as recorded"),
                code.equals("delirium") ? new Words("delier bij binnenkomst", "delirium on arrival") : null,
                "heupregistratie, definitie 2026",
                !code.equals("bone"));
    }
}
