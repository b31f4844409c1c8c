// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** What an outcome measures, which decides the case-mix model, the variance of the observed total and the exact limits. */
public enum Kind {
    /** Patients with an event out of all patients: logistic model, binomial variance. */
    PROPORTION("binomial", "logit"),

    /** Number of events or days per patient: Poisson model with log link. */
    COUNT("poisson", "log"),

    /** Days or hours per patient, zero included: gamma model with log link. */
    DURATION("Gamma", "log"),

    /** Money per patient, zero included: gamma model with log link. */
    COST("Gamma", "log");

    private final String family;
    private final String link;

    Kind(String family, String link) {
        this.family = family;
        this.link = link;
    }

    /**
     * Whether the outcome is an amount, a duration or a cost: not a number of events, so that its unit of measurement must
     * not matter, its variance is estimated, and there are no exact limits.
     */
    public boolean isAmount() {
        return this == DURATION || this == COST;
    }

    /** Name of the error distribution, as R names it. */
    public String family() {
        return family;
    }

    /** Name of the link function, as R names it. */
    public String link() {
        return link;
    }
}
