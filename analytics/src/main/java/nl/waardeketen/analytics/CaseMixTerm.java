// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

/** A case-mix variable and how it enters the model. */
public record CaseMixTerm(Variable variable, Form form) {

    public CaseMixTerm {
        if (form != Form.FACTOR && !variable.type().isNumeric()) {
            throw new IllegalArgumentException(variable.code() + " is no number and can only be a factor");
        }
    }

    /** How a variable enters the model. */
    public enum Form {
        LINEAR,
        QUADRATIC,
        SPLINE,
        FACTOR
    }
}
