// SPDX-License-Identifier: Apache-2.0
/** Releases, the fair comparison they hold, and its pages. */
@ApplicationModule(
        displayName = "Benchmarking",
        allowedDependencies = {"shared", "home", "web", "network", "concepts", "deliveries", "analytics", "statistics"})
@NullMarked
package nl.waardeketen.benchmarking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
