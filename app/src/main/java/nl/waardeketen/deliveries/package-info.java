// SPDX-License-Identifier: Apache-2.0
/** Receiving, checking, pseudonymising and landing what organisations deliver. */
@ApplicationModule(
        displayName = "Deliveries",
        allowedDependencies = {"shared", "home", "network", "concepts", "analytics"})
@NullMarked
package nl.waardeketen.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
