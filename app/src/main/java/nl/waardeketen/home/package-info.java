// SPDX-License-Identifier: Apache-2.0
/** The home folder: its lock, its PostgreSQL, its keys, and who acts in a transaction. */
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {"shared"})
@NullMarked
package nl.waardeketen.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
