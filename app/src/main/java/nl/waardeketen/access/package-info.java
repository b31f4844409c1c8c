// SPDX-License-Identifier: Apache-2.0
/** Accounts and sign-in. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"shared", "home", "web"})
@NullMarked
package nl.waardeketen.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
