// SPDX-License-Identifier: Apache-2.0
/** The organisations of the region, and who agreed to be seen by whom. */
@ApplicationModule(
        displayName = "Network",
        allowedDependencies = {"shared", "home", "access"})
@NullMarked
package nl.waardeketen.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
