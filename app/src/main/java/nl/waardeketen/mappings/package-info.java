// SPDX-License-Identifier: Apache-2.0
/** Which column of a hospital's own files is which variable: proposals, the page that makes a mapping, and what registering costs. */
@ApplicationModule(
        displayName = "Mappings",
        allowedDependencies = {"shared", "home", "web", "network", "concepts", "deliveries", "uploads", "analytics"})
@NullMarked
package nl.waardeketen.mappings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
