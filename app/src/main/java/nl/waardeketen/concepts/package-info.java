// SPDX-License-Identifier: Apache-2.0
/** Care concepts: outcome sets with their variables, indicators and case mix, which are data and not code. */
@ApplicationModule(
        displayName = "Concepts",
        allowedDependencies = {"shared", "analytics", "statistics"})
@NullMarked
package nl.waardeketen.concepts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
