// SPDX-License-Identifier: Apache-2.0
/** The frame of every page: navigation, languages, error pages, numbers in words, chart drawing. No business. */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared"})
@NullMarked
package nl.waardeketen.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
