// SPDX-License-Identifier: Apache-2.0
/** Pages of deliveries: files come in parts, are checked, and land once somebody has seen the report and accepts it. */
@ApplicationModule(
        displayName = "Uploads",
        allowedDependencies = {"shared", "home", "web", "access", "network", "concepts", "templates", "deliveries", "analytics"})
@NullMarked
package nl.waardeketen.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
