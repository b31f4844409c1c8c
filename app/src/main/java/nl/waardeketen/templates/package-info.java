// SPDX-License-Identifier: Apache-2.0
/** The delivery format of an outcome set as documents: description, tables to fill in, data dictionary, mapping to begin with. */
@ApplicationModule(
        displayName = "Templates",
        allowedDependencies = {"shared", "web", "concepts", "analytics"})
@NullMarked
package nl.waardeketen.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
