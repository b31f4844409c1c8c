// SPDX-License-Identifier: Apache-2.0
/** The command line: what an analyst or data steward can do without a browser. Standard output holds results only. */
@ApplicationModule(displayName = "Commands", allowedDependencies = {"statistics", "analytics", "sample", "shared", "home", "access", "network", "concepts", "templates", "deliveries", "uploads", "benchmarking"})
@NullMarked
package nl.waardeketen.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
