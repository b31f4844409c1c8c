// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import nl.waardeketen.analytics.Variable;

/** A case-mix variable and how it enters the model. */
public record CaseMixTerm(Variable variable, Form form) {

    /** How a variable enters the model. */
    public enum Form {
        LINEAR,
        QUADRATIC,
        SPLINE,
        FACTOR
    }
}
