// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.util.List;

/** What an engine is asked: one {@code SELECT} with parameters. */
public sealed interface Question permits SqlFile, ComposedQuery {

    /** How to call it in a message. */
    String name();

    /** The statement with {@code ?} for each parameter. */
    String positional();

    /** Names of the parameters, in the order of the question marks. */
    List<String> parameters();
}
