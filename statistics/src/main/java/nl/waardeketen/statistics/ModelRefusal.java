// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.List;
import java.util.stream.Collectors;

/** The data do not support the case-mix model that was asked for; every finding names a variable and a remedy. */
public final class ModelRefusal extends RuntimeException {
    private final List<Finding> findings;

    public ModelRefusal(List<Finding> findings) {
        super(findings.stream().map(Finding::text).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    static ModelRefusal of(String code, String variable, String text) {
        return new ModelRefusal(List.of(new Finding(code, variable, text)));
    }

    public List<Finding> findings() {
        return findings;
    }

    /**
     * One reason.
     *
     * @param code stable, for example {@code case-mix.collinear}
     * @param variable the case-mix variable, or empty when it concerns the outcome
     * @param text what is the matter and what to do, in English
     */
    public record Finding(String code, String variable, String text) {}
}
