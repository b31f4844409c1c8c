// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.util.Locale;
import nl.waardeketen.shared.Words;

/** Why data of patients may be delivered. Which one holds is for the organisation to judge, with its own counsel. */
public enum LegalGround {
    CONSENT("uitdrukkelijke toestemming, AVG art. 9 lid 2 onder a", "explicit consent, GDPR art. 9(2)(a)"),
    CARE_MANAGEMENT(
            "beheer en kwaliteit van zorg, AVG art. 9 lid 2 onder h",
            "management and quality of care, GDPR art. 9(2)(h)"),
    PUBLIC_HEALTH(
            "volksgezondheid, hoge normen van kwaliteit en veiligheid, AVG art. 9 lid 2 onder i",
            "public health, high standards of quality and safety, GDPR art. 9(2)(i)"),
    QUALITY_REGISTRATION(
            "wettelijke kwaliteitsregistratie, met recht van bezwaar",
            "statutory quality registration, with a right to object"),
    TREATMENT_CONSENT(
            "toestemming van de patiënt voor verstrekking, WGBO art. 7:457 BW",
            "the patient's consent to disclosure, Dutch Civil Code art. 7:457"),
    NO_OBJECTION(
            "statistiek of onderzoek zonder bezwaar van de patiënt, WGBO art. 7:458 BW",
            "statistics or research without the patient's objection, Dutch Civil Code art. 7:458"),
    RESEARCH_CONSENT("onderzoek met toestemming", "research with consent"),
    RESEARCH(
            "wetenschappelijk onderzoek of statistiek, AVG art. 9 lid 2 onder j",
            "scientific research or statistics, GDPR art. 9(2)(j)"),
    NO_PERSONAL_DATA("geen persoonsgegevens (verzonnen of openbaar)", "no personal data (made up, or public)");

    private final String nl;
    private final String en;

    LegalGround(String nl, String en) {
        this.nl = nl;
        this.en = en;
    }

    public Words words() {
        return new Words(nl, en);
    }

    /** As it is written in documents and commands, such as {@code public-health}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ground of that code. */
    public static LegalGround of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
