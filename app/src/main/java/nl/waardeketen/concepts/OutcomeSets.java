// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.concepts;

import nl.waardeketen.shared.NotFound;
import org.springframework.stereotype.Service;

/** The outcome sets of the region. */
@Service
public class OutcomeSets {

    public OutcomeSet require(String group, String version) {
        throw new NotFound("outcome-set.unknown", group, version);
    }
}
